"""Signatures on the archive's files: made by a signer's token, and read off any PDF; each in a child of its own."""
