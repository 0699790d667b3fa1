"""First run: the few questions that make an office, and the way to a training desk."""
