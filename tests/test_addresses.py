"""Links from a file that is written to another."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote

import pytest

from khumue.addresses import address_from


def test_letters_that_mean_something_in_an_address_are_quoted() -> None:
    address = address_from(Path("ผล"), Path("ร่าง/50% #1 ?.docx"))
    assert address.isascii()
    assert not set(" #?") & set(address)
    assert unquote(address) == "../ร่าง/50% #1 ?.docx"


def test_a_file_on_another_drive_has_its_whole_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(_path: Path, _start: Path) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", refuse)
    assert address_from(Path(), tmp_path / "ร่าง.docx") == (tmp_path / "ร่าง.docx").as_uri()
