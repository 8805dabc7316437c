"""The flow of a run with its extraction on a Dask cluster, through Prefect's task runner.

Everything but extraction stays where the flow runs. Each batch is a task: a Dask worker reads it from the
staging folder, which all machines must see under one path, extracts it in a process that it watches as
a run on one machine does, and leaves the parts in a folder of that attempt. The flow takes over the parts
of the attempt that it hears of. So a batch that was tried twice, on a worker that died or that fell
behind and came back, counts once.
"""

# No postponed annotations: Prefect reads the types of a flow's parameters from them when it loads it
import multiprocessing
import secrets
import threading
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import dask
from distributed import Client
from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.context import FlowRunContext
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner
from prefect_dask.task_runners import DaskTaskRunner

from flows import steps
from flows.build import RETRY_SECONDS, TASKS, worth_retrying
from flows.extract import extractor_version
from flows.settings import Settings, usable_cores
from flows.steps import Job, Loaded
from flows.workers import WorkerPool, WorkerSpec
from models.base import Contract
from warehouse import Batch, StagingArea

# Dask's own worker processes may not start others unless they are told to; what they import in the middle
# of a task keeps them from answering; and a local cluster gives up a worker that is slow to start again
CLUSTER_CONFIG = {
    "distributed.worker.daemon": False,
    "distributed.worker.preload": ["flows.cluster"],
    "distributed.deploy.lost-worker-timeout": "5 minutes",
}

WORKER_SECONDS = 120  # how long a cluster may be without any worker

_pools = threading.local()


class UnfitWorkerError(Exception):
    """A Dask worker that can't take part in this run; the message says what to change."""


class Attempt(Contract):
    """One attempt at a batch that came to its end: where its parts lie."""

    number: int
    folder: Path
    documents: int


def build_on_dask(
    inputs: list[Path | str],
    warehouse: Path,
    workers: int | None = None,
    full: bool = False,
    scheduler: str | None = None,
) -> Loaded:
    """Run the flow of ``flows.build`` with its extraction on a Dask cluster.

    The cluster is the one at the address ``scheduler``, or one of ``workers`` processes on this machine
    for the time of the run. Raises what ``flows.steps.run_steps`` raises, UnfitWorkerError, and what
    Dask raises where it can't be reached or loses a batch time and again.
    """
    with dask.config.set(CLUSTER_CONFIG):
        flow_on_dask = build_warehouse_on_dask.with_options(task_runner=_runner(workers, scheduler))
        return flow_on_dask(inputs, warehouse, full)


@flow(name="build-warehouse-on-dask")
def build_warehouse_on_dask(inputs: list[Path | str], warehouse: Path, full: bool = False) -> Loaded:
    """The flow of ``build_on_dask``, whose task runner is the cluster."""
    job = steps.new_job(inputs, warehouse, usable_cores(), full, Settings())
    return steps.run_steps(job, [_extract if each.fn is steps.extract else each for each in TASKS])


@task(
    name="extract-batch",
    cache_policy=NO_CACHE,
    retries=len(RETRY_SECONDS),
    retry_delay_seconds=RETRY_SECONDS,
    retry_condition_fn=worth_retrying,
)
def extract_batch(batch: Batch, staging: Path, spec: WorkerSpec, extractor: str) -> Attempt:
    """Extract a batch on a Dask worker into a folder of this attempt's own."""
    _refuse_unfit(staging, extractor)
    folder = staging / "attempts" / f"{batch.number:06d}-{secrets.token_hex(4)}"
    documents = sum(_pool(spec).extract([batch], folder))
    return Attempt(number=batch.number, folder=folder, documents=documents)


def _extract(job: Job) -> None:
    steps.extract(job, _extract_on_cluster)


def _extract_on_cluster(job: Job, batches: Sequence[Batch]) -> Iterator[int]:
    client = _client()
    _await_worker(client)
    _refuse_strangers(client)
    area = StagingArea(job.staging)
    submitted = [
        extract_batch.submit(batch, job.staging.absolute(), job.worker_spec, extractor_version())
        for batch in batches
    ]
    for attempt in _finished(submitted, client):
        area.take_over(attempt.folder, attempt.number)
        yield attempt.documents


def _finished(submitted: Sequence[PrefectFuture[Attempt]], client: Client) -> Iterator[Attempt]:
    """The attempts as they come to their end."""
    ended: SimpleQueue[PrefectFuture[Attempt]] = SimpleQueue()
    for future in submitted:
        future.add_done_callback(ended.put)
    missing = len(submitted)
    while missing:
        try:
            future = ended.get(timeout=WORKER_SECONDS)
        except Empty:
            _await_worker(client)
        else:
            missing -= 1
            yield future.result()


def _client() -> Client:
    """The Dask client of the flow that runs."""
    context = FlowRunContext.get()
    assert context is not None
    assert isinstance(context.task_runner, DaskTaskRunner)
    return context.task_runner.client


def _await_worker(client: Client) -> None:
    try:
        client.wait_for_workers(1, timeout=WORKER_SECONDS)
    except TimeoutError:
        raise UnfitWorkerError(f"the Dask cluster has no worker after {WORKER_SECONDS} s") from None


def _refuse_strangers(client: Client) -> None:
    """Ask every worker for its pledgebook: without it, a worker fails before a task of ours can tell."""
    try:
        client.run(version, "pledgebook")
    except PackageNotFoundError:
        raise UnfitWorkerError("a Dask worker has no pledgebook: install it on all machines") from None


def _runner(workers: int | None, scheduler: str | None) -> TaskRunner[Any]:
    if scheduler:
        return DaskTaskRunner(address=scheduler)
    local = {
        "n_workers": workers or usable_cores(),
        "threads_per_worker": 1,
        "processes": True,
        "dashboard_address": None,
    }
    return DaskTaskRunner(cluster_kwargs=local)


def _pool(spec: WorkerSpec) -> WorkerPool:
    """This thread's pool of one process, which keeps its model from batch to batch."""
    pool: WorkerPool | None = getattr(_pools, "pool", None)
    if pool is None or pool.spec != spec:
        if pool is not None:
            pool.close()
        pool = _pools.pool = WorkerPool(spec, 1)
    return pool


def _refuse_unfit(staging: Path, extractor: str) -> None:
    if extractor_version() != extractor:
        raise UnfitWorkerError(
            f"a Dask worker has extractor {extractor_version()}, this run has {extractor}:"
            " install the same pledgebook on all machines"
        )
    if not staging.is_dir():
        raise UnfitWorkerError(f"a Dask worker does not see {staging}: put the warehouse on shared storage")
    if multiprocessing.current_process().daemon:
        raise UnfitWorkerError(
            "a Dask worker may not start processes: start it with DASK_DISTRIBUTED__WORKER__DAEMON=False"
        )
