"""What a meeting is and what holds for it: frozen rows and pure functions, no database and no clock."""
