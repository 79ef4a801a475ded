"""The process manager's desk: what got stuck."""
