"""The screen for the day of the meeting: large, calm, everything by keys."""
