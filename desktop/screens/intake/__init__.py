"""The intake screen: a dossier from the first word to the slip."""
