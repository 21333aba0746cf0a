"""Building the handbook in tests: the same build as `mkdocs build`."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from unittest.mock import patch

from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parent.parent


def build_site(
    folder: Path, *, project: Path = ROOT, site_url: str = "", offline: bool = False, **settings: str
) -> Path:
    """Build both languages of a project into a folder. Raises SystemExit where the build fails."""
    settled = {"NO_MKDOCS_2_WARNING": "1", "DIRECTORY_URLS": "false" if offline else "true"}
    with patch.dict(os.environ, settled):
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(folder), site_url=site_url, **settings)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    return folder


def copy_project(folder: Path) -> Path:
    """A copy of what the site is built from, whose pages a test may spoil."""
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "docs", folder / "docs")
    for name in ("lib", "procedures"):
        (folder / name).symlink_to(ROOT / name)
    return folder
