"""How the desk looks: colours, sizes, fonts and icons, and the one switch between light and dark."""
