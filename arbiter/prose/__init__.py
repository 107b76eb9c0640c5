"""A policy as prose: what its rules say, in sentences that somebody who knows the manual can check.

Owns the telling of a policy. It decides nothing; every sentence is made from the rule it tells, and quotes the pack's
own texts as quotations.
"""

from arbiter.prose.telling import LANGUAGES, policy_prose

__all__ = ["LANGUAGES", "policy_prose"]
