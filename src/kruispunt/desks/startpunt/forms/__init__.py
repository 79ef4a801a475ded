"""Forms of the Startpunt: what was heard, how heavy it is, whom to ask, what was agreed."""
