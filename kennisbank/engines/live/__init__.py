"""What shows a site while it is written, whatever the engine: a page is made when somebody looks at it."""
