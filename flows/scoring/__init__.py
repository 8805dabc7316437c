"""How well the records of a book agree with annotated ones: pure functions over gold and predictions."""

from flows.scoring.gold import Gold, GoldError, GoldRecord, read_gold
from flows.scoring.matching import pair_records
from flows.scoring.measures import Report, score
from flows.scoring.predicted import Evidence, Predicted, Prediction
from flows.scoring.reviewed import reviewed_gold

__all__ = [
    "Evidence",
    "Gold",
    "GoldError",
    "GoldRecord",
    "Predicted",
    "Prediction",
    "Report",
    "pair_records",
    "read_gold",
    "reviewed_gold",
    "score",
]
