"""The scan screen: paper into pages, pages to the papers of a dossier."""
