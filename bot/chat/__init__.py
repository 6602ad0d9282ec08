"""Telegram: what arrives is read here, one thing is asked of the other rooms, one screen shown.

No words for people stand in this room; they come from `bot.screens`.
"""
