"""Matching: one intermediate representation and two engines that read it. Engines match; they resolve nothing."""
