"""The papers of the office, one file a form."""
