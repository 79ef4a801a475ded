"""What one types after `kruispunt`."""
