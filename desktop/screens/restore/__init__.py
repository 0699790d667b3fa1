"""Restoring an office on one screen: from the first run, and from the sign-in of a home that does not open."""
