"""The desk of a work coach: what people handed over themselves."""
