"""The giveback screen: two scans and the result is in its owner's hand."""
