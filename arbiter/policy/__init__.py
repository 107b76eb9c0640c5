"""The policy language: what policy staff write in `rules/`, read, checked and held as frozen values."""
