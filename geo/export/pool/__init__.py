"""Worker processes: tasks with a time limit, workers that may hang or die, the pool of them."""

from geo.export.pool.pool import Pool as Pool
from geo.export.pool.task import SECONDS as SECONDS
from geo.export.pool.task import TaskError as TaskError
from geo.export.pool.task import TaskOverdue as TaskOverdue
from geo.export.pool.task import WorkerLost as WorkerLost
