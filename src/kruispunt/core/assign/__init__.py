"""The best proposal for a whole town at once, with the proof that no other is worth more."""

from kruispunt.core.assign.certificate import Certificate, certify
from kruispunt.core.assign.problem import Problem, pose
from kruispunt.core.assign.propose import Assignment, assign, warm

__all__ = ["Assignment", "Certificate", "Problem", "assign", "certify", "pose", "warm"]
