"""Spark finds what one process finds; skipped where PySpark or Java is missing."""

from __future__ import annotations

import os
import random
import shutil

import pytest

from readouts.echoes import find_echoes
from readouts.errors import WrongCall
from readouts.model import Document
from readouts.workflows.echoes import Engine, echoes

STRAIT = "both sides agreed to open the Skarne Strait to ferries again before the end of the summer"
SIGNED = "This statement was issued by the press office of the President of Norvia in Tarn."

needs_spark = pytest.mark.skipif(not os.environ.get("JAVA_HOME") and shutil.which("java") is None, reason="needs Java")


def _documents() -> list[Document]:
    chance = random.Random(5)
    words = ["".join(chance.choices("abcdefghij", k=5)) for _ in range(400)]
    texts = []
    for number in range(80):
        own = " ".join(chance.choices(words, k=60))
        texts.append(f"{own} {STRAIT if number % 20 == 0 else ''} {own[:90]} 双方同意重新开放海峡供渡轮通行 {SIGNED}")
    return [Document(str(number), text) for number, text in enumerate([*texts, "", "one"])]


@needs_spark
@pytest.mark.parametrize("partitions", [2, 4])
def test_spark_finds_the_same(partitions: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark", reason="needs the extra spark")
    pytest.importorskip("pyarrow", reason="needs the extra spark")
    # Compiling well what runs for seconds only takes longer than it saves.
    java = "--driver-java-options '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' pyspark-shell"
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", java)
    documents = _documents()
    expected = list(find_echoes(documents))
    assert any(len(echo.passages) > 2 for echo in expected)
    assert any(len(echo.passages) == 2 for echo in expected)
    assert list(echoes(documents, Engine.SPARK, f"local[{partitions}]")) == expected


def test_without_java_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark", reason="needs the extra spark")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(WrongCall, match="needs Java"):
        list(echoes(_documents(), Engine.SPARK))
