"""How long what is kept, as credentials.yml says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from core import yaml_file

_FILE = Path(__file__).parent.parent.parent / "credentials.yml"
_PART = "bot.channels.website.WebsiteInput"


class Keeping(BaseModel):
    """The periods; they hold for all channels."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    keep_days: Annotated[int, Field(gt=0)] = 30
    """Days that a conversation is kept after its last message."""
    keep_report_days: Annotated[int, Field(gt=0)] = 730
    """Days that the report keeps its rows: a call is compared with the two before it."""


def configured() -> Keeping:
    """Return the periods of credentials.yml.

    Raises:
        ValidationError: a period is no number of days.
    """
    return Keeping.model_validate((yaml_file.read(_FILE) or {}).get(_PART) or {})
