"""Screens: every word a person sees."""
