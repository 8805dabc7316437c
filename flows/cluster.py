"""Extraction on a Dask cluster: one of processes on this machine, or one of many machines.

Everything else of a run stays where the run is. A Dask worker reads a batch from the staging folder, which
all machines must see under one path, extracts it in a process that it watches as a run on one machine
does, and leaves the parts in a folder of that attempt. The run takes over the parts of the attempt that it
hears of. So a batch that was tried twice, on a worker that died or that fell behind and came back, counts
once.
"""

from __future__ import annotations

import multiprocessing
import secrets
import threading
from asyncio import CancelledError
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError as FutureCancelledError
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import dask
from distributed import Client, Future, KilledWorker, LocalCluster

from flows.extract import extractor_version
from flows.workers import WorkerPool, WorkerSpec
from models.base import Contract
from warehouse import Batch, StagingArea

if TYPE_CHECKING:
    from flows.steps import Job

# Dask's own worker processes may not start others unless they are told to; what they import in the middle
# of a task keeps them from answering; and a local cluster gives up a worker that is slow to start again
CLUSTER_CONFIG = {
    "distributed.worker.daemon": False,
    "distributed.worker.preload": ["flows.cluster"],
    "distributed.deploy.lost-worker-timeout": "5 minutes",
}

WORKER_SECONDS = 120  # how long a cluster may be without any worker
RETRIES = 3  # of a batch that raised: a network disk's hiccup, a worker that is not fit where others are

_pools = threading.local()


class ClusterError(Exception):
    """A cluster that can't be reached or can't take part in this run; the message says what to change."""


class Attempt(Contract):
    """One attempt at a batch that came to its end: where its parts lie."""

    number: int
    folder: Path
    documents: int


def extract_on_cluster(job: Job, batches: Sequence[Batch]) -> Iterator[int]:
    """Extract ``batches`` on the job's cluster; yields how many documents are done each time.

    Raises ClusterError, StagingError where a part can't be read, and ExtractorUnavailableError.
    """
    area = StagingArea(job.staging)
    with dask.config.set(CLUSTER_CONFIG), _client(job) as client:
        _await_worker(client)
        _refuse_strangers(client)
        submitted = client.map(
            extract_batch,
            batches,
            staging=job.staging.absolute(),
            spec=job.worker_spec,
            extractor=extractor_version(),
            pure=False,
            retries=RETRIES,
        )
        for attempt in _ended(submitted, client):
            area.take_over(attempt.folder, attempt.number)
            yield attempt.documents


def extract_batch(batch: Batch, staging: Path, spec: WorkerSpec, extractor: str) -> Attempt:
    """Extract a batch on a Dask worker into a folder of this attempt's own."""
    _refuse_unfit(staging, extractor)
    folder = staging / "attempts" / f"{batch.number:06d}-{secrets.token_hex(4)}"
    documents = sum(_pool(spec).extract([batch], folder))
    return Attempt(number=batch.number, folder=folder, documents=documents)


@contextmanager
def _client(job: Job) -> Iterator[Client]:
    """A client of the cluster at the job's address, or of one on this machine for the time being."""
    assert job.cluster is not None
    address = job.cluster.scheduler
    if address is None:
        local = {"n_workers": job.workers, "threads_per_worker": 1, "dashboard_address": None}
        with LocalCluster(processes=True, **local) as cluster, Client(cluster) as client:
            yield client
        return
    try:
        client = Client(address)
    except (OSError, ValueError) as error:
        raise ClusterError(f"there is no Dask scheduler at {address}: {error}") from error
    with client:
        yield client


def _ended(submitted: Sequence[Future[Attempt]], client: Client) -> Iterator[Attempt]:
    """The attempts as they come to their end."""
    ended: SimpleQueue[Future[Attempt]] = SimpleQueue()
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
            yield _result(future, client)


def _result(future: Future[Attempt], client: Client) -> Attempt:
    try:
        attempt: Attempt = future.result()
    except KilledWorker as error:
        raise ClusterError(f"the Dask cluster loses its workers: {error}") from error
    except (CancelledError, FutureCancelledError) as error:
        raise ClusterError(f"the Dask scheduler is gone ({client.status})") from error
    return attempt


def _await_worker(client: Client) -> None:
    try:
        client.wait_for_workers(1, timeout=WORKER_SECONDS)
    except TimeoutError:
        raise ClusterError(f"the Dask cluster has no worker after {WORKER_SECONDS} s") from None


def _refuse_strangers(client: Client) -> None:
    """Ask every worker for its pledgebook: without it, a worker fails before a task of ours can tell."""
    try:
        client.run(version, "pledgebook")
    except PackageNotFoundError:
        raise ClusterError("a Dask worker has no pledgebook: install it on all machines") from None


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
        raise ClusterError(
            f"a Dask worker has extractor {extractor_version()}, this run has {extractor}:"
            " install the same pledgebook on all machines"
        )
    if not staging.is_dir():
        raise ClusterError(f"a Dask worker does not see {staging}: put the warehouse on shared storage")
    if multiprocessing.current_process().daemon:
        raise ClusterError(
            "a Dask worker may not start processes: start it with DASK_DISTRIBUTED__WORKER__DAEMON=False"
        )
