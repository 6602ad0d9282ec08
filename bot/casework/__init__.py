"""What happens to people: who they are to the bot, and the protocols of what keeps it."""
