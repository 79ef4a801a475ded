"""The neighbourhood team's desk: what is wrong or missing in the street."""
