"""The volunteer's desk: my week, my invitations, my matches."""
