"""Procedure catalogues of other makers, read into ours (domain 4.6), and laid over the one in force."""
