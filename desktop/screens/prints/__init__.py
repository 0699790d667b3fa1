"""Hàng đợi in: every slip from queue to paper in hand."""
