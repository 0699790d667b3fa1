"""The register screen: every dossier of the office, found as fast as it is typed."""
