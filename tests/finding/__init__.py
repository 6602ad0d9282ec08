"""Finding: from a message to what it asks."""
