"""Rows of what was agreed: the arrangement around one question, and its parts."""

from kruispunt.arrangements.models.arrangement import Arrangement
from kruispunt.arrangements.models.match import Match

__all__ = ["Arrangement", "Match"]
