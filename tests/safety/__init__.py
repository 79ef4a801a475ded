"""When someone is worried: who writes, who reads, and what stops at once."""
