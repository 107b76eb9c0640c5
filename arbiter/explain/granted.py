"""Even if: what would follow if an argument that lost had been enough.

Each answer that something spoke for and that does not stand is granted in turn, as if it were shown; everything that
follows from it is settled again, and nothing else is changed.
"""

from collections.abc import Iterator
from dataclasses import replace

from arbiter.decide import Derivation, supposing_findings
from arbiter.explain.model import EvenIf
from arbiter.verdict.mattering import place_of
from arbiter.verdict.model import Finding


def even_ifs(derivation: Derivation) -> Iterator[EvenIf]:
    """For each answer that lost though something spoke for it: whether the result would be another, and which."""
    suppose = supposing_findings(derivation)
    base = suppose({}).result
    for finding in derivation.verdict.findings:
        for answer in _lost(finding):
            granted = replace(finding, answer=answer, by="evidence", open=(), alternatives=(), ways=frozenset())
            other = suppose({place_of(finding): granted})
            yield EvenIf(
                question=finding.question,
                part=finding.part,
                answer=answer,
                changed=other.result != base,
                transfers=other.transfers,
                measures=other.measures,
                settled=all(head.settled for head in other.heads),
            )


def _lost(finding: Finding) -> tuple[str, ...]:
    """The answers that do not stand, though an argument for them stood or was set aside."""
    spoken = (*(side for side, _ in finding.standing), *(side for side, *_ in finding.defeated))
    return tuple(side for side in dict.fromkeys(spoken) if finding.raised and side != finding.answer)
