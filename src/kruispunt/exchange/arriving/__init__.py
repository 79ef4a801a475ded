"""Spreadsheets of people: reading a file apart from everything, guessing columns, reading rows."""
