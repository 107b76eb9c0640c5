"""What a letter says: one file a section, from the reasoning to sentences without words."""
