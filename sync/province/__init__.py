"""The province's reference server: the same journal and the same fold, on SQLite or PostgreSQL."""
