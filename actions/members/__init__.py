"""Who is in the consortium: what a conversation told of it, read from every message."""

from actions.members.consortium import Consortium, Organisation
from actions.members.reading import Reading, read

__all__ = ["Consortium", "Organisation", "Reading", "read"]
