"""The desks of one office among themselves: pairing, numbers, and each other's lines, without any province."""
