"""A stand-in for Telegram on this machine: the Bot API over HTTP, people, and a chat page.

Nothing of the project is imported here: the sandbox knows Telegram, not the bot. Refusals use
the texts of Telegram's own server (tdlib/telegram-bot-api and tdlib/td).
"""
