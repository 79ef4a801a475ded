"""The resident's desk: my questions, and my yes."""
