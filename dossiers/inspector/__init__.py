"""A second pair of eyes: reads a home or a backup without changing a byte of it, and names what does not hold."""
