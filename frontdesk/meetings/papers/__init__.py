"""The papers of a meeting: rows in, blocks of a page out."""
