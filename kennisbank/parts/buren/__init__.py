"""Links beside each other, to what lies near."""
