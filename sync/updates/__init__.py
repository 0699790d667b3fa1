"""Update without the internet: signed bundles, installed side by side, switched to when a copy has opened in them."""
