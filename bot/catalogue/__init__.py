"""What the law says: models, loading, and the check of quotations against the source."""
