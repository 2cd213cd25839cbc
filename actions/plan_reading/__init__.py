"""What a message tells of a plan: parted at the words for its parts, read stretch by stretch."""

from actions.message import ITEMS
from actions.plan_reading.project import tells_of_project
from actions.plan_reading.reading import told

__all__ = ["ITEMS", "tells_of_project", "told"]
