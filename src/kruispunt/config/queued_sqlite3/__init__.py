"""SQLite on which every writer waits for its turn, also who signs in while a worker is busy."""
