"""The steps that bring an older office file to today's schema, one file each: `0001_what_changes.py`.

A step is a script of `playhouse.migrations` with `up(migrator, db)`; it names tables and columns itself and imports
no model, so that it still means the same when the models have moved on. With it go a file of the schema before,
in tests/data, and the test that a fresh office and an upgraded one are alike.
"""
