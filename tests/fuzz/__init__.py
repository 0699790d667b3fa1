"""Hostile files and codes at every door that reads what others made: a refusal in words, in time and in bounds."""
