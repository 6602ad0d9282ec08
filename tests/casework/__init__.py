"""Tests of what happens to people."""
