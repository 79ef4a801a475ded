"""Who comes in from a spreadsheet: the file, its columns, its rows, and taking it back."""
