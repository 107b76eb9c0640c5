"""Resolution: from what matched to findings, heads, transfers, measures, a route. Small pure functions, no engine."""
