"""Explanation: what nearly applied and what would have changed the result, each confirmed by deciding again."""

from arbiter.explain.explanation import Explanation, explain

__all__ = ["Explanation", "explain"]
