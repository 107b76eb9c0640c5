"""The store: decisions in an append-only chain, with the policies they were made under.

Owns the tables and the ledger. It decides nothing, and it keeps no time of its own.
"""

from arbiter.store.address import StoreError
from arbiter.store.ledger import Store, Stored

__all__ = ["Store", "StoreError", "Stored"]
