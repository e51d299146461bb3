"""Opening, migrating, and every fault of a database said in words a person understands."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path
from threading import Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from readouts.collection import Collection, count_entries, list_entries, open_collection
from readouts.collection.location import database_url, default_location, shown
from readouts.collection.migrate import configuration
from readouts.collection.schema import REVISION, metadata
from readouts.errors import (
    CollectionBusy,
    CollectionFault,
    CollectionNotWritable,
    NewerCollection,
    NotInCollection,
    ReadoutsError,
    WrongCall,
)
from tests.collection.world import document, put

ROOT = Path(__file__).resolve().parents[2]


def test_the_migrations_make_the_schema(collection: Collection) -> None:
    assert ScriptDirectory.from_config(configuration()).get_heads() == [REVISION]
    with collection.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda _, name, *rest: not (name or "").startswith(("words", "ix_words"))},
        )
        assert compare_metadata(context, metadata) == []


def test_it_is_found_again(location: str) -> None:
    with pytest.raises(NotInCollection, match="readouts add"):
        open_collection(location)
    with open_collection(location, create=True) as one:
        put(one, document("a", "One."))
    with open_collection(location) as again:
        assert count_entries(again) == 1
    with open_collection(location, create=True) as again:
        assert count_entries(again) == 1


def test_a_newer_schema_is_left_alone(location: str) -> None:
    with open_collection(location, create=True) as one, one.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerCollection, match=r"9999.*Nothing was changed"):
        open_collection(location)


def test_a_database_of_something_else_is_left_alone(location: str, tmp_path: Path) -> None:
    from sqlalchemy import create_engine

    engine = create_engine(database_url(location))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE accounts (id integer)"))
    with pytest.raises(CollectionFault, match="no collection"):
        open_collection(location, create=True)
    with engine.connect() as connection:
        assert list(connection.execute(text("SELECT * FROM accounts"))) == []
    engine.dispose()


def _folder(path: Path) -> None:
    path.mkdir()


def _text(path: Path) -> None:
    path.write_text("Varo called Lind.\n" * 100)


def _damaged(path: Path) -> None:
    with open_collection(str(path), create=True) as one:
        put(one, *(document(str(n), f"Text {n} " * 200) for n in range(50)))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = bytearray(path.read_bytes())
    raw[2048:60000] = b"\xff" * (60000 - 2048)
    path.write_bytes(raw)


@pytest.mark.parametrize("spoil", [_folder, _text, _damaged])
def test_what_is_no_sound_file(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "collection.db"
    spoil(path)
    with pytest.raises(CollectionFault, match=r"collection\.db"), open_collection(str(path), create=True) as opened:
        list_entries(opened)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CollectionNotWritable, match="cannot be made"):
        open_collection(str(tmp_path / "file" / "collection.db"), create=True)


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("mysql://host/base", "not in mysql"),
        ("sqlite+x://a b:secret@", "not in sqlite|no address"),
        ("", "needs a path"),
        ("sqlite://", "lies in a file"),
    ],
)
def test_what_is_no_location(location: str, words: str) -> None:
    with pytest.raises(WrongCall, match=words) as raised:
        open_collection(location)
    assert "secret" not in str(raised.value)


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(CollectionFault, match="could not be opened") as raised:
        open_collection("postgresql://me:secret@127.0.0.1:9/base")
    assert "secret" not in str(raised.value)
    assert shown(database_url("postgresql://me:secret@host/base")) == "postgresql+psycopg://me:***@host/base"


def test_the_driver_of_postgresql_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(WrongCall, match=r"readouts\[postgresql\]"):
        open_collection("postgresql://host/base")


def test_where_it_lies_when_nobody_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("READOUTS_COLLECTION", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert default_location() == "/data/readouts/collection.db"
    monkeypatch.setenv("READOUTS_COLLECTION", "postgresql://host/base")
    assert default_location() == "postgresql://host/base"


def test_a_locked_collection(location: str) -> None:
    with (
        open_collection(location, create=True) as holder,
        open_collection(location, patience=0.2) as other,
        holder.writing() as connection,
    ):
        connection.execute(text("DELETE FROM made"))
        with pytest.raises(CollectionBusy, match="Another program"):
            put(other, document("a", "One."))
        assert count_entries(other) == 0
    with open_collection(location) as other:
        put(other, document("a", "One."))


def test_two_writers_at_once(location: str) -> None:
    """Both put the same hundred texts in, in opposite orders, and some of their own."""
    with open_collection(location, create=True):
        pass

    def write(mine: str, order: int) -> None:
        with open_collection(location) as opened:
            for n in range(0, 100, 10)[::order]:
                same = [document(f"same {k}", f"The same text {k}.") for k in range(n, n + 10)]
                put(opened, *same, document(f"{mine} {n}", f"Of {mine} alone, {n}."))

    writers = [Thread(target=write, args=("one", 1)), Thread(target=write, args=("two", -1))]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with open_collection(location) as opened:
        names = [entry.name for entry in list_entries(opened, page=slice(0, None))]
        assert len(names) == len(set(names)) == 120


def test_a_full_disk(tmp_path: Path) -> None:
    """What was being written is taken back whole; with room again it goes on."""
    path = tmp_path / "collection.db"
    with open_collection(str(path), create=True) as opened:
        put(opened, document("before", "One."))
    program = (
        "import resource, sys\n"
        "from readouts.collection import open_collection\n"
        "from readouts.errors import CollectionFull\n"
        "from tests.collection.world import document, put\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
        "with open_collection(sys.argv[1]) as opened:\n"
        "    for n in range(1000):\n"
        "        try:\n"
        "            put(opened, *(document(f'{n} {k}', f'{n} {k} ' + str(hash((n, k))) * 500) for k in range(20)))\n"
        "        except CollectionFull as error:\n"
        "            print(n, error)\n"
        "            break\n"
    )
    assert resource.RLIMIT_FSIZE is not None
    ran = subprocess.run([sys.executable, "-c", program, path], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "no room left" in ran.stdout, ran.stderr
    whole = int(ran.stdout.split()[0])
    with open_collection(str(path)) as opened:
        assert count_entries(opened) == 1 + 20 * whole
        put(opened, document("after", "Two."))
    assert sound(path)


def sound(path: Path) -> bool:
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO words(words) VALUES ('integrity-check')")
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder anybody may look into, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_file_that_may_only_be_read(open_folder: Path) -> None:
    path = open_folder / "collection ?#%.db"
    with open_collection(str(path), create=True) as opened:
        put(opened, document("a", "One."))
    path.chmod(0o444)
    open_folder.chmod(0o555)
    with get_context("fork").Pool(1) as pool:
        assert pool.apply(_as_nobody, (str(path),)) == (1, "CollectionNotWritable")
    open_folder.chmod(0o755)


def test_a_database_that_may_only_be_read(new_database: str) -> None:
    with open_collection(new_database, create=True) as opened:
        put(opened, document("a", "One."))
    reader = new_database + ("&" if "?" in new_database else "?") + "options=-c%20default_transaction_read_only%3Don"
    with open_collection(reader) as opened:
        assert count_entries(opened) == 1
        with pytest.raises(CollectionNotWritable, match="may not be written"):
            put(opened, document("b", "Two."))
        assert count_entries(opened) == 1


def _as_nobody(path: str) -> tuple[int, str]:
    """Look at a collection and try to write it, as a user who may not; root may everything."""
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    with open_collection(path) as opened:
        found = count_entries(opened)
        try:
            put(opened, document("b", "Two."))
        except ReadoutsError as error:
            return found, type(error).__name__
    return found, "nothing"
