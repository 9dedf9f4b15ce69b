"""The shell every desk stands in: starting, signing in, the one window, settings and help."""
