"""Build hook: compiles the data files into the package before a wheel, an sdist or an editable install is made."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogue(BuildHookInterface[Any]):
    """Writes lib/khumue/data; data files with faults stop the build with the list of them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (the interface's signature)
        """Compile the data of the source tree that is being built."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "lib"))
        from khumue.authoring.compiling import compile_data
        from khumue.authoring.faults import DataError

        try:
            compile_data(root, root / "lib" / "khumue" / "data")
        except DataError as error:
            self.app.abort(f"The data files have faults:\n{error}")
        finally:
            sys.path.remove(str(root / "lib"))
