"""Memory over a long run, in a process of its own: `python -m bench.memory CASES RELOADS`.

What the soak tells goes to standard error; the last line on standard output is one JSON object of figures.
"""

import json
import sys
from contextlib import redirect_stdout
from random import Random

from arbiter.engine.compile import rulebook
from arbiter.policy.load import load_policy
from bench import soak

WARM_UP = 20_000


def main(cases: int, reloads: int) -> None:
    """Warm up, match `cases` in all, then reload one policy; print how resident memory grew."""
    policies = [load_policy(soak.ROOT / "rules" / pack) for pack in soak.PACKS]
    books = [rulebook(policy, claim, soak.DAY, None) for policy in policies for claim in policy.claims]
    warm = min(WARM_UP, cases // 2)
    random = Random(1)
    with redirect_stdout(sys.stderr):
        wrong_before, _ = soak.soak(books, warm, random)
        settled = soak.resident_mb()
        wrong_after, _ = soak.soak(books, cases - warm, random)
        after = soak.resident_mb()
        leaked = soak.reload(reloads)
    figures = {
        "wrong": wrong_before + wrong_after,
        "settled_mb": settled,
        "after_mb": after,
        "leaked": leaked,
        "reloaded_mb": soak.resident_mb(),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
