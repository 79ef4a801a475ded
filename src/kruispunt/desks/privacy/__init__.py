"""The desk of the privacy officer: who looked where, and what people ask about their data."""
