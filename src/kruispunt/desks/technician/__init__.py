"""The desk of the technician: who sits where, and nothing of anyone's story."""
