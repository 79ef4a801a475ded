"""The paper of who may see what, and the town in which every cell of it is asked."""
