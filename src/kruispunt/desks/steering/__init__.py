"""The steering desk: the numbers, and what is short."""
