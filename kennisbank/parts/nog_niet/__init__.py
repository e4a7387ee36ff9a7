"""What a page promises, and a site without a repository cannot do."""
