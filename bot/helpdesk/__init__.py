"""The helpdesk: officers who answer from a console when a person wants a human."""
