"""Thiết lập: one panel a subject, each device with a button that tries it and answers in a sentence."""
