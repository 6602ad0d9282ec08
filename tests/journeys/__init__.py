"""Whole conversations of people with the bot, over HTTP, through the sandbox."""
