"""ProperDocs as the engine: MkDocs 1.6 as others keep it up, so that all but its name is that of the other room."""
