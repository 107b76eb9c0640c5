"""From source nodes to the policy model, one construct a file; every problem is a diagnostic, none an exception."""
