"""The small folder of valid data that tests start from."""

from __future__ import annotations

import re
from pathlib import Path

MINIMAL = Path(__file__).parent / "data" / "minimal"


def add_procedure(folder: Path, name: str, *, number: str, manual: str = "office") -> Path:
    """Add a copy of office/plan.yaml as another procedure to a copy of the folder, with a number of its own."""
    text = (MINIMAL / "office" / "plan.yaml").read_text(encoding="utf-8")
    text = text.replace("office/plan", f"office/{name}").replace("manual: office", f"manual: {manual}")
    text = text.replace('["3", "D 1"]', f'["{number}"]').replace(", D 1 flow 2", "")
    path = folder / "office" / f"{name}.yaml"
    path.write_text(re.sub(r"\b3 (?=\d)", f"{number} ", text), encoding="utf-8")
    return path
