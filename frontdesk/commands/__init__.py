"""The command line: one file a verb, each thin over the services. See `parser` for how a verb is found."""
