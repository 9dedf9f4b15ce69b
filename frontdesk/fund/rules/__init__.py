"""The fund's rules: frozen rows and pure functions, no database, no clock."""
