"""Fixtures that several test files share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from browsing import address, browser, reader
from site_build import build_site

__all__ = ["address", "browser", "reader", "site"]

settings.register_profile("any-machine", deadline=None)  # how long an example takes depends on what else runs
settings.load_profile("any-machine")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook, built once, strictly, from the project's own data: Thai at the root, English in en/."""
    return build_site(tmp_path_factory.mktemp("site"))
