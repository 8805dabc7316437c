"""`pledgebook run`: read documents into the book."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import nullcontext
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.ahead import has_changed
from flows.cli.options import DEFAULT_WAREHOUSE, WarehouseOption, buildable_warehouse

if TYPE_CHECKING:
    from flows.settings import Settings
    from flows.steps import Cluster, Loaded
    from models import RunSummary

Inputs = list[Path | str]
Build = Callable[[Inputs, Path, int | None, bool, "Cluster | None"], "Loaded"]

ALL_LOADED, NOTHING_DONE, SOME_QUARANTINED, INTERRUPTED = 0, 1, 3, 130


class Engine(StrEnum):
    """Where documents are extracted."""

    LOCAL = "local"
    DASK = "dask"


def run(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH ...]",
            help="Files, folders, patterns, web addresses, or - for standard input.",
            show_default="seeds/",
        ),
    ] = None,
    warehouse: WarehouseOption = DEFAULT_WAREHOUSE,
    workers: Annotated[
        int | None, typer.Option(min=1, max=256, help="Worker processes.", show_default="one a core")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Extract unchanged documents again.")] = False,
    direct: Annotated[bool, typer.Option("--direct", help="Run the same steps without Prefect.")] = False,
    engine: Annotated[
        Engine, typer.Option(help="Where to extract: in processes of this machine, or on a Dask cluster.")
    ] = Engine.LOCAL,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Of the Dask cluster's scheduler.", show_default="a cluster for this run"
        ),
    ] = None,
) -> None:
    """Read documents into the warehouse, then publish it.

    Exit code 0: every input was loaded, now or before; 3: some were quarantined; 1: nothing could be
    done; 2: wrong usage.
    """
    buildable_warehouse(warehouse)
    inputs = [resolved(given) for given in paths or ["seeds"]]
    cluster = _cluster(engine, scheduler, workers)
    build: Build = _build_directly if direct else _build_with_prefect
    from flows.standby import standing_by

    ahead = cluster is None and (full or has_changed(inputs, warehouse))
    with standing_by() if ahead else nullcontext():
        loaded = _watched(warehouse, lambda: build(inputs, warehouse, workers, full, cluster))
    _tell(loaded, warehouse)
    raise typer.Exit(exit_code(loaded.summary))


def resolved(given: str) -> Path | str:
    """An input as typed, made independent of the working folder; web addresses and ``-`` stay as they are."""
    from flows.ingest import is_file

    return Path(given).absolute() if is_file(given) else given


def exit_code(summary: RunSummary) -> int:
    """The exit code of a run that came to its end."""
    if summary.quarantined == summary.inputs:
        return NOTHING_DONE
    return SOME_QUARANTINED if summary.quarantined else ALL_LOADED


def _cluster(engine: Engine, scheduler: str | None, workers: int | None) -> Cluster | None:
    """The cluster that is asked for; refuses options that contradict one another."""
    if engine is Engine.LOCAL:
        if scheduler:
            raise typer.BadParameter("only --engine dask has a scheduler", param_hint="--scheduler")
        return None
    if scheduler and workers:
        raise typer.BadParameter("the cluster of --scheduler has its own workers", param_hint="--workers")
    if find_spec("distributed") is None:
        raise typer.BadParameter("install pledgebook[dask] for this engine", param_hint="--engine")
    from flows.steps import Cluster

    return Cluster(scheduler=scheduler)


def _build_directly(
    inputs: Inputs, warehouse: Path, workers: int | None, full: bool, cluster: Cluster | None
) -> Loaded:
    settings = _settings()
    from flows.settings import usable_cores
    from flows.steps import new_job, run_steps

    return run_steps(new_job(inputs, warehouse, workers or usable_cores(), full, settings, cluster))


def _build_with_prefect(
    inputs: Inputs, warehouse: Path, workers: int | None, full: bool, cluster: Cluster | None
) -> Loaded:
    from flows.progress import begin

    begin("prefect")  # its import and its embedded server take seconds
    prepare_prefect()
    _settings()
    from flows.build import build_warehouse

    return build_warehouse(inputs, warehouse, workers, full, cluster)


def _settings() -> Settings:
    """What the environment sets; the worker that stands by begins to load what it says."""
    from flows.settings import Settings
    from flows.standby import brief_worker

    settings = Settings()
    brief_worker(settings.extractor, settings.model)
    return settings


def prepare_prefect() -> None:
    """Set what Prefect reads from the environment; call it before anything imports Prefect."""
    from flows.settings import prefect_environment

    for name, value in prefect_environment(Path.cwd() / ".prefect").items():
        os.environ.setdefault(name, value)


def _watched(warehouse: Path, build: Callable[[], Loaded]) -> Loaded:
    """Run ``build`` with progress on the screen and a log; end with one line where it fails."""
    from flows.cli.terminal import printable
    from flows.cli.watch import logged, watching

    try:
        with logged(warehouse) as log, watching():
            try:
                return build()
            except Exception as error:
                log.exception("the run failed")
                raise _interrupt_behind(error) or error from None
    except KeyboardInterrupt:
        typer.echo("pledgebook: interrupted; the published warehouse is as it was", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except Exception as error:
        typer.echo(f"pledgebook: {printable(error)}", err=True)
        raise typer.Exit(NOTHING_DONE) from None


def _interrupt_behind(error: BaseException) -> KeyboardInterrupt | None:
    """The interrupt that ``error`` followed: it also ends Prefect's embedded server, which then fails."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, KeyboardInterrupt):
        cause = cause.__cause__ or cause.__context__
    return cause


def _tell(loaded: Loaded, warehouse: Path) -> None:
    """Close with what the run found and what it did."""
    from flows.cli.summary import print_summary

    print_summary(loaded, warehouse)
