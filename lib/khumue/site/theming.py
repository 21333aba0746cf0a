"""What the theme's templates have beside what MkDocs gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache, pass_context
from mkdocs.utils.templates import url_filter

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.structure.files import Files


def prepare_templates(env: Environment, files: Files, kept: Path) -> None:
    """Let templates name a page by its file, as pages do: its address depends on whether there is a server.

    What they are compiled to is `kept` in a folder, for the other language and for later builds.
    """

    @pass_context
    def address(context: Context, path: str) -> str:
        return str(url_filter(context, files.src_uris[path].url))

    env.filters["address"] = address
    kept.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(kept))
