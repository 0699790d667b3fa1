"""The books' screen: registers and their numbers, and the money of the shift."""
