"""Whatever is installed or shipped has its licence told."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LICENCES = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")


def test_every_installed_package_is_told() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    packages = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    assert packages
    assert not {name for name in packages if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", LICENCES)}


def test_every_shipped_folder_of_data_is_told() -> None:
    resources = ROOT / "src" / "readouts" / "resources"
    shipped = {
        path.name for path in resources.iterdir() if path.suffix not in (".py", ".pyc") and path.name != "__pycache__"
    }
    assert not {name for name in shipped if name not in LICENCES}


def test_the_lock_files_name_no_registry() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (ROOT / name).read_text(encoding="utf-8")
