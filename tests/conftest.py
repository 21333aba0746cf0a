"""Fixtures that several test files share."""

from __future__ import annotations

from pathlib import Path

import pytest

from browsing import address, browser, reader
from site_build import build_site

__all__ = ["address", "browser", "reader", "site"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook, built once, strictly, from the project's own data: Thai at the root, English in en/."""
    return build_site(tmp_path_factory.mktemp("site"))
