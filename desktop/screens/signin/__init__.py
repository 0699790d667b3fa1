"""Sign-in: who works at this desk now."""
