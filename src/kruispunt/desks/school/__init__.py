"""The desk of a school: own pupils who do an internship here, and their hours."""
