"""The window, the console program and the demo: the only room that knows Qt."""
