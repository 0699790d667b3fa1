"""Ký số: scanned papers and results signed by the token of a clerk or the office, one PIN for all that is ticked."""
