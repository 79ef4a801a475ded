"""Tests of the tools around the house."""
