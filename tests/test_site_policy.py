"""The policy of a page: first in it, of its own site only, with every script that stands in the page."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from pathlib import Path

import pytest

from khumue.site import handbook
from khumue.site.policy import FIRST, with_policy
from site_build import build_site
from site_catalogue import CATALOGUE

POLICY = '<meta http-equiv="Content-Security-Policy" content="'
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy_of(page: str) -> str:
    return page.split(POLICY, 1)[1].split('"', 1)[0]


def hash_of(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_scripts_in_the_page_are_named_by_their_hashes_and_data_is_not() -> None:
    scripts = "<script>var ก = 1\n</script><script src='a.js'></script><script type=\"application/json\">{}</script>"
    policy = policy_of(with_policy(f"<html><head>{FIRST}{scripts}</head></html>"))
    assert re.findall(r"'sha256-[^']*'", policy) == [hash_of("var ก = 1\n")]
    assert "unsafe" not in policy


def test_a_page_that_begins_otherwise_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        with_policy("<html><head></head></html>")


def test_every_page_of_the_site_has_its_policy_before_anything_it_loads(site: Path) -> None:
    files = sorted(site.rglob("*.html"))
    assert len(files) > 150
    for file in files:
        page = file.read_text(encoding="utf-8")
        before, policy = page.split(POLICY, 1)[0], policy_of(page)
        assert "src=" not in before, file
        assert "<script" not in before, file
        assert all(hash_of(script) in policy for script in INLINE.findall(page)), file
        assert not re.search(r"<[a-z][^>]* (style|on[a-z]+)=", page), f"{file}: not allowed by the policy"


def test_pages_that_are_served_while_they_are_written_have_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handbook, "load_catalogue", lambda _: CATALOGUE)
    site = build_site(tmp_path, site_url="http://127.0.0.1:8765/", dev_addr="127.0.0.1:8765")
    for folder in ("", "en/"):
        assert POLICY not in (site / folder / "glossary/index.html").read_text(encoding="utf-8")
