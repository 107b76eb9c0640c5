"""Explanation: what nearly applied and what would have changed the result, each confirmed by deciding again.

`cliffs` looks at a policy alone, for its authors.
"""

from arbiter.explain.explanation import explain
from arbiter.explain.model import Explanation

__all__ = ["Explanation", "explain"]
