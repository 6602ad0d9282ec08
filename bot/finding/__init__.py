"""What a message asks: folding, intent, services."""
