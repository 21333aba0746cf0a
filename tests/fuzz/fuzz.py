"""Feed readers and text functions what a fuzzer makes of real and hostile files: `make fuzz`.

python tests/fuzz/fuzz.py SECONDS [TARGET ...]    these targets, or all, in turn: together for so many seconds

A draft is read, or refused with DraftError; anything else is a fault, and its input is kept in .cache/fuzz.
"""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / folder) for folder in ("lib", "tests", "tools")]

try:
    import atheris
except ImportError:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    sys.exit(
        f"The fuzzer atheris is not installed: it has no build for Python {version} on this system. Nothing was fuzzed."
    )

with atheris.instrument_imports(include=["khumue"]):
    import khumue.readers

    for module in pkgutil.iter_modules(khumue.readers.__path__, "khumue.readers."):
        if "pdf" not in module.name:
            importlib.import_module(module.name)
    from khumue.checker import check
    from khumue.document import DraftError
    from khumue.messages import load_messages
    from khumue.readers import read_draft
    from khumue.registry import load_registry
    from khumue.thai import clean, compact, contradicts, edits, skeleton, skeleton_positions

from docxfiles import W, write_docx
from hostile import CORPUS

KEPT = ROOT / ".cache" / "fuzz"
LARGEST = 20_000  # bytes; larger files are slower, not stranger
SLOW_SECONDS = 20  # instrumented code takes ten times as long
PDF = b"%PDF"  # read in a child process, whose crash the fuzzer would take for its own
MEGABYTES = 1_024

_SCRATCH = Path(tempfile.mkdtemp(prefix="fuzz-"))


def _file(suffix: str) -> Callable[[bytes], None]:
    """Reads the bytes as a file with this name."""
    path = _SCRATCH / f"แผน{suffix}"

    def read(data: bytes) -> None:
        if PDF not in data:
            path.write_bytes(data)
            with contextlib.suppress(DraftError):
                read_draft(path)

    return read


def _part(name: str) -> Callable[[bytes], None]:
    """Reads the bytes as a part of a Word file."""
    path = _SCRATCH / "แผน.docx"

    def read(data: bytes) -> None:
        write_docx(path, parts={name: data})
        with contextlib.suppress(DraftError):
            read_draft(path)

    return read


def _thai(data: bytes) -> None:
    """Folding keeps its promises."""
    text = data.decode("utf-8", "replace")[:1_000]
    folded = skeleton(text)
    assert skeleton(folded) == folded
    assert len(skeleton_positions(text)) == len(folded)
    assert edits(folded[:40], folded[:40], 3) == 0
    assert not contradicts(text, text)
    clean(text)
    compact(text)


def _check() -> Callable[[bytes], None]:
    """Checks the bytes as a Markdown draft, from its headings to its findings."""
    registry, rules = load_registry(), load_messages().rules
    plan = registry.plans["angthong/annual-action-plan"]
    path = _SCRATCH / "แผน.md"

    def run(data: bytes) -> None:
        if PDF not in data:
            path.write_bytes(data)
            with contextlib.suppress(DraftError):
                check(read_draft(path), plan, registry, rules, today_fiscal_year=2570)

    return run


TARGETS: dict[str, Callable[[], Callable[[bytes], None]]] = {
    "document": lambda: _part("word/document.xml"),
    "styles": lambda: _part("word/styles.xml"),
    "docx": lambda: _file(".docx"),
    "md": lambda: _file(".md"),
    "html": lambda: _file(".html"),
    "odt": lambda: _file(".odt"),
    "txt": lambda: _file(".txt"),
    "thai": lambda: _thai,
    "check": _check,
}


def _seeds() -> Iterator[bytes]:
    """What to begin with: hostile files, golden drafts, the sample and the parts of Word files among them."""
    drafts = [
        path.read_bytes() for path in (*ROOT.glob("tests/cases/*/draft.*"), *ROOT.glob("docs/assets/samples/*.docx"))
    ]
    hostile = [data for _, make in CORPUS.values() if len(data := make()) <= LARGEST]
    yield f"<w:p {W}/>".encode()
    for data in (*drafts, *hostile):
        if PDF in data:
            continue
        yield data
        with contextlib.suppress(Exception), tempfile.TemporaryFile() as file:
            file.write(data)
            with zipfile.ZipFile(file) as archive:
                yield from (archive.read(name) for name in archive.namelist() if name.startswith("word/"))


def _sow(folder: Path) -> None:
    for number, data in enumerate(_seeds()):
        (folder / f"{number}").write_bytes(data[:LARGEST])


def _fuzz(target: str, seconds: str, seeds: str) -> None:
    limits = (
        f"-max_total_time={seconds}",
        f"-timeout={SLOW_SECONDS}",
        f"-rss_limit_mb={MEGABYTES}",
        f"-max_len={LARGEST}",
    )
    quiet = ("-print_final_stats=1", "-verbosity=0", f"-artifact_prefix={KEPT}/{target}-")
    atheris.Setup([sys.argv[0], *limits, *quiet, seeds], TARGETS[target]())
    atheris.Fuzz()


def main() -> None:
    """Fuzz each target in a process of its own, for the fuzzer ends its process."""
    seconds, targets = int(sys.argv[1]), sys.argv[2:] or [*TARGETS]
    KEPT.mkdir(parents=True, exist_ok=True)
    failed = []
    with tempfile.TemporaryDirectory() as seeds:
        _sow(Path(seeds))
        for target in targets:
            print(f"fuzz {target}", flush=True)
            share = str(max(1, seconds // len(targets)))
            if subprocess.run([sys.executable, __file__, "--one", target, share, seeds], check=False).returncode:
                failed.append(target)
    sys.exit(f"Faults found in: {', '.join(failed)}; the inputs are in {KEPT}" if failed else 0)


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        _fuzz(*sys.argv[2:])
    else:
        main()
