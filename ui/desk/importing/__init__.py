"""Reading a sheet in, whichever desk it belongs to: which file, what its columns mean, what would happen, what has."""
