"""A programme as it runs: what is done now, how long still, and what comes next."""
