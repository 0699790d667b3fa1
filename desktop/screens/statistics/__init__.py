"""Thống kê: the office's figures by day, week, month, quarter, year or any span; each opens its dossiers."""
