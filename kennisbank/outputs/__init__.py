"""What the site has beside its pages: feeds, data, schemas, redirects, and what is made of pictures."""
