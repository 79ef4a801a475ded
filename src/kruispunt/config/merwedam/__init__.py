"""Merwedam: a river town that does not exist, so that a newcomer can walk through a living one."""
