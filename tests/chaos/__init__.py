"""Two hundred people talk to the bot while everything goes wrong."""
