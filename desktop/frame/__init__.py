"""The frame around every screen: rail, top box, banner, action bar, palette, and the stage that screens see."""
