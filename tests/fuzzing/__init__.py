"""Whatever Telegram may send, ten thousand times, through the whole bot."""
