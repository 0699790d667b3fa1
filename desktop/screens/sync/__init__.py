"""Đồng bộ: what the province has signed for, what waits, and the account of the day."""
