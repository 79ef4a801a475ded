"""When someone is worried: a store apart, read by the safety officer and by nobody else."""
