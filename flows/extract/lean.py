"""Putting off what spaCy imports with itself and extraction never uses: half of the time that it takes.

The names stay whole: whoever calls one of these functions gets the real module then.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

# spaCy's command line brings a web client and a project manager; srsly's YAML a parser of its own.
PUT_OFF = {
    "spacy.cli.info": ("info",),
    "srsly._yaml_api": ("is_yaml_serializable", "read_yaml", "write_yaml", "yaml_dumps", "yaml_loads"),
}


def put_off_unused_imports() -> None:
    """Let spaCy's import pass over the modules of PUT_OFF; call it before the first ``import spacy``."""
    for name, functions in PUT_OFF.items():
        if name not in sys.modules:
            sys.modules[name] = _stand_in(name, functions)


def _stand_in(name: str, functions: tuple[str, ...]) -> ModuleType:
    module = ModuleType(name)
    for function in functions:
        setattr(module, function, _calling(module, function))
    return module


def _calling(stand_in: ModuleType, function: str) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        if sys.modules.get(stand_in.__name__) is stand_in:
            del sys.modules[stand_in.__name__]
        return getattr(importlib.import_module(stand_in.__name__), function)(*arguments, **named)

    return call
