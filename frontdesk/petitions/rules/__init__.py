"""What the office's work with petitions goes by: words, rows and pure functions, no database and no clock."""
