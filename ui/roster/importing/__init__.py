"""Reading a sheet in: which file, what its columns mean, what would happen, what has happened."""
