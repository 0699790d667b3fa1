"""The demo: invented people and papers, a synthetic past, and one day played through the real window."""
