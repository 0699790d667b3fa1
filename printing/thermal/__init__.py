"""Slips for thermal rolls: the receipt shortened, drawn with our own letters, one printer dot to a point."""
