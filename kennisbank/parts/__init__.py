"""What pages share: cards, the map, the drawing, pictures in a text, explained words, and the templates."""
