"""Write files that could break a reader, to try the checker or to start a fuzzer from. The same bytes on every run.

python tools/make_hostile.py FOLDER
"""

from __future__ import annotations

import argparse
from pathlib import Path

from hostile import CORPUS


def main() -> None:
    """Write the whole corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where to write the files (some 700 MB)")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, (_, make) in CORPUS.items():
        (folder / name).write_bytes(make())
    print(f"{len(CORPUS)} files in {folder}")


if __name__ == "__main__":
    main()
