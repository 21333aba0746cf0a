"""Khumue: a bilingual handbook of planning procedures and a checker of draft plans, from one set of data.

For Python programs: `from khumue import check, load_catalogue`. What is exported is loaded when it is first asked for,
so that the command line loads only what it needs.
"""

TYPE_CHECKING = False  # as type checkers know it; importing it from typing would load typing
if TYPE_CHECKING:
    from khumue.library import (
        Catalogue,
        CheckError,
        Citation,
        DataError,
        DocumentFacts,
        DraftReport,
        Failure,
        Finding,
        Occurrence,
        Place,
        Procedure,
        Project,
        ReferenceResult,
        SectionResult,
        Source,
        Text,
        Waived,
        check,
        check_files,
        load_catalogue,
        render,
    )

__version__ = "0.1.0"

__all__ = [
    "Catalogue",
    "CheckError",
    "Citation",
    "DataError",
    "DocumentFacts",
    "DraftReport",
    "Failure",
    "Finding",
    "Occurrence",
    "Place",
    "Procedure",
    "Project",
    "ReferenceResult",
    "SectionResult",
    "Source",
    "Text",
    "Waived",
    "__version__",
    "check",
    "check_files",
    "load_catalogue",
    "render",
]


def __getattr__(name: str) -> object:
    if name in __all__:
        from khumue import library

        return getattr(library, name)
    raise AttributeError(f"module 'khumue' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*globals(), *__all__]
