"""The Prefect flow of a run: a thin task for each step of ``flows.steps``.

Tasks take the job, which holds paths and ids only, and leave their results on disk.
"""

# No postponed annotations: Prefect reads the types of a flow's parameters from them when it loads it
import errno
from pathlib import Path
from typing import Any

from prefect import Task, flow
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun

from flows.settings import Settings, usable_cores
from flows.steps import STEPS, Cluster, Loaded, new_job, run_steps
from warehouse import WarehouseBusy

TRANSIENT_ERRNO = {errno.EAGAIN, errno.EBUSY, errno.EINTR, errno.ETIMEDOUT, errno.ESTALE}
RETRY_SECONDS = [1.0, 5.0, 25.0]


def is_transient(error: BaseException) -> bool:
    """Whether the same step may well succeed a little later: a busy file, a network disk's hiccup."""
    return isinstance(error, WarehouseBusy) or (isinstance(error, OSError) and error.errno in TRANSIENT_ERRNO)


def worth_retrying(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether a task that ended in ``state`` should be tried again."""
    result = state.result(raise_on_failure=False)
    return isinstance(result, BaseException) and is_transient(result)


TASKS = tuple(
    Task(
        step,
        name=step.__name__,
        cache_policy=NO_CACHE,
        retries=len(RETRY_SECONDS),
        retry_delay_seconds=RETRY_SECONDS,
        retry_condition_fn=worth_retrying,
    )
    for step in STEPS
)


@flow(name="build-warehouse")
def build_warehouse(
    inputs: list[Path | str],
    warehouse: Path,
    workers: int | None = None,
    full: bool = False,
    cluster: Cluster | None = None,
) -> Loaded:
    """Read ``inputs`` into the warehouse; the flow that `pledgebook run` and deployments call.

    Each is the path of a file or folder, a pattern, a web address, or ``-`` for standard input.

    Raises what ``flows.steps.run_steps`` raises.
    """
    job = new_job(inputs, warehouse, workers or usable_cores(), full, Settings(), cluster)
    return run_steps(job, TASKS)
