"""F1: the keys of the screen in front, shown over it."""
