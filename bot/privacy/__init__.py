"""A person's data: how long they are kept, deleting and handing them over on request."""
