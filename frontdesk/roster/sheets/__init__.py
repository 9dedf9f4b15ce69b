"""The roster's sheets: read, planned and written back."""
