"""The office's work: records, rules, papers. Knows no Qt."""
