"""What people may do with the fund; each deed's request is the form a window shows and the keys of the command."""
