"""A packed model is read back by Rasa."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.graph import GraphModelConfiguration, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.data import TrainingType

from bot.nlu.package import PackedStorage


def test_a_packed_model_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "storage").mkdir()
    storage, resource = PackedStorage(tmp_path / "storage"), Resource("classifier")
    with storage.write_to(resource) as folder:
        (folder / "weights").write_bytes(b"\x00\x01" * 5_000)
    schema = GraphSchema({})
    configuration = GraphModelConfiguration(
        schema, schema, TrainingType.BOTH, "partneris", "lv", None, None, None
    )
    model = tmp_path / "models" / "partneris.tar.gz"
    written = storage.create_model_package(model, configuration, Domain.from_dict({"intents": []}))

    (tmp_path / "read").mkdir()
    loaded, metadata = LocalModelStorage.from_model_archive(tmp_path / "read", model)
    assert metadata.model_id == written.model_id
    with loaded.read_from(resource) as folder:
        assert (folder / "weights").read_bytes() == b"\x00\x01" * 5_000
    assert [path.name for path in model.parent.iterdir()] == [model.name]
