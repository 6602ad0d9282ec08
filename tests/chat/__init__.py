"""Tests of the chat: real updates through the real dispatcher, Telegram played in process."""
