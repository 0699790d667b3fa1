"""The desk's memory: the only door to SQLite, to the keys and to the files beside it."""
