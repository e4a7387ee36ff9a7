""" "Mijn selectie"."""
