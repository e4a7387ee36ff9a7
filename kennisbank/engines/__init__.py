"""The site engines: what a build asks of one, and a room for each; nothing else imports one."""
