"""Benchmarks: each against what a user could pick instead, in one run, as JSON lines."""
