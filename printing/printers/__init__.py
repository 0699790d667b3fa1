"""The machines paper comes out of, behind one protocol."""
