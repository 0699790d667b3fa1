"""Paper and light into pages and codes: scanners, files, hand readers; knows nothing of dossiers, no Qt."""
