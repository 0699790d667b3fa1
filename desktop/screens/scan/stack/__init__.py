"""The stack screen: the papers of many dossiers through the feeder in one pile, each to its own dossier."""
