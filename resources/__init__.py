"""Icons, style, translations and offline help, read with importlib.resources."""
