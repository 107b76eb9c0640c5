"""What rules may read besides what a record states: values that follow exactly."""
