"""Tests of the catalogue: the check, proven on an invented act and on the real ones."""
