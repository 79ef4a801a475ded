"""The desk of safety: anyone who is worried, and the officer who reads it."""
