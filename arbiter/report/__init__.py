"""The open-doors report: why a case was decided as it was, for one audience, in one language.

A pure function of decision, case, policy, audience and language: the same input gives the same bytes. The decision is
derived again first, and a report is refused if anything differs.
"""

from arbiter.report.open_doors import AUDIENCES, ReportError, report

__all__ = ["AUDIENCES", "ReportError", "report"]
