"""Who looked, what was agreed to share, and what people may ask about their own data."""
