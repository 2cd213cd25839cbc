"""Who travels from where to where, for how many days, and what it comes to.

Meetings and learning activities are remembered with their groups (`model.py`), read from messages
as sets of groups and edits of them (`items.py`, `reading.py`, `edits.py`), worked out (`costs.py`)
and said group by group and together (`saying.py`, `action.py`).
"""
