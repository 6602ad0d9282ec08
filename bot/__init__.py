"""Qujat: a Telegram assistant for the public services of Kazakhstan."""
