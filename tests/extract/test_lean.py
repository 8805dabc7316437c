"""What spaCy imports with itself and extraction never uses is put off, and is there when it is asked for."""

from __future__ import annotations

import subprocess
import sys

from flows.extract.lean import PUT_OFF


def told(program: str) -> list[str]:
    """The lines that a Python of its own prints once it has imported the extractor."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, flows.extract.pipeline\n{program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_loading_the_extractor_brings_no_command_line_and_no_yaml() -> None:
    unwanted = ["spacy.cli", "weasel", "httpx", "srsly.ruamel_yaml"]
    assert told(f"print([name for name in {unwanted} if name in sys.modules])") == ["[]"]


def test_what_was_put_off_is_there_when_it_is_called() -> None:
    program = """
import spacy, srsly
print(srsly.yaml_dumps({"grain": 3}).strip(), srsly.yaml_loads("ships: 2"))
print(spacy.info(silent=True)["spacy_version"] == spacy.__version__)
import spacy.cli
print(type(spacy.cli.app).__name__)
"""
    assert told(program) == ["grain: 3 {'ships': 2}", "True", "Typer"]


def test_every_function_that_is_put_off_is_one_of_its_module() -> None:
    program = f"""
import importlib
for name, functions in {PUT_OFF!r}.items():
    del sys.modules[name]
    print(all(callable(getattr(importlib.import_module(name), function)) for function in functions))
"""
    assert told(program) == ["True"] * len(PUT_OFF)
