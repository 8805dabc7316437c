"""The pages that people look at: a folder of static files made from a published warehouse.

``build_report`` writes it; every page opens from disk, offline, under a strict content security policy.
"""

from flows.report.build import ReportError, ReportSummary, build_report

__all__ = ["ReportError", "ReportSummary", "build_report"]
