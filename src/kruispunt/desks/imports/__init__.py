"""The desk where lists come in: bring, name the columns, look, take over, take back."""
