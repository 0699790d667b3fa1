"""What the office reports: spans of days, figures with their base, the ministry's sheets, indicators. No SQL here."""
