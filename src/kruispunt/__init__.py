"""Kruispunt: from a signal in the neighbourhood to help that holds."""
