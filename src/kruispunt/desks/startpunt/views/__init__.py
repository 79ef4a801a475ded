"""Pages of the Startpunt."""
