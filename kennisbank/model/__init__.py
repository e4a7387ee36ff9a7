"""What there is, frozen: fields, records, closed lists, facets, addresses, the knowledge base; no file is read here."""
