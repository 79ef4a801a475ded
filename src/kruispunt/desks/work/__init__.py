"""Mijn werk: everything that waits for whoever is signed in, from every room, on one page."""
