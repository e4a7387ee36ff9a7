"""Paging through a long list."""
