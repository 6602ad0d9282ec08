"""Tests: behaviour, room by room."""
