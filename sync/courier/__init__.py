"""Where no line reaches: signed bundles carried on a stick, and the province's signed answers carried back."""
