"""Speed and memory, as ratios measured in one run; and the same two policies decided by hand, to measure against."""
