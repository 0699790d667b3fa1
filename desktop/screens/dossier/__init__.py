"""The dossier screen: one dossier with its state, its papers, its history and what can be done with it."""
