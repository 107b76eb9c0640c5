"""How the letters read: every example, for everyone concerned, in every language of its policy.

`make check` runs it. It prints, for each language, how long sentences are and the longest one with its example and
audience, and ends with 1 if a limit is broken or if running text holds a name of the policy language: a field, a word
of a vocabulary, a rule. What somebody said or is called is not counted: it stands for one word.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from statistics import mean

from arbiter.decide import Derivation, derive_claims, record
from arbiter.engine.certified import ENGINES
from arbiter.explain.explanation import explain_derivation
from arbiter.loading import load_policy
from arbiter.policy.model import Policy
from arbiter.report.letter import Letter, Sentence, Verbatim
from arbiter.report.open_doors import audiences
from arbiter.report.plan.account import Account
from arbiter.report.plan.letter import plan_letter
from arbiter.report.words import Words
from evidence import CaseFile, EnumType, FieldType, SetType

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
SHOWN = 5
# What stands for somebody's own words and names.
OWN = "\ue100"


@dataclass(frozen=True, slots=True)
class Limit:
    """How long sentences may be on average and at most; `unit` is what is counted."""

    unit: str
    mean: float | None
    longest: int | None


LIMITS = {"en": Limit("words", 18, 30), "ru": Limit("words", 14, None), "zh": Limit("characters", None, 35)}
_NO_LIMIT = Limit("words", None, None)

_END = re.compile(r"(?<=[.!?])[\"”»’)]*\s+(?=[^a-zа-яё\s])|(?<=[。！？])[”」』）]*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_TOKEN = re.compile(r"[^\W\u3400-\u9fff]+(?:[.,:/'’\u2011-\u2013\u00a0\u202f-][^\W\u3400-\u9fff]+)*|[\ue100]")
_NAME = re.compile(r"(?<![\w.-])[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*(?![\w-])")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a letter, how long it is, whether it is whole, and where it stands."""

    language: str
    text: str
    length: int
    whole: bool
    example: str
    audience: str

    def __str__(self) -> str:
        return f"{self.length}: {self.text.replace(OWN, '…')} ({self.example}, {self.audience})"


def main() -> int:
    """Read every letter and tell how it reads; 1 if a limit is broken."""
    cases = sorted(EXAMPLES.glob("**/case.yaml"))
    with ProcessPoolExecutor(2) as pool:
        read = list(pool.map(letters_of, cases, chunksize=4))
    said = list({(one.language, one.text): one for found, _ in read for one in found}.values())
    names = {(name, one.text): one for _, found in read for name, one in found}
    everything = [one for found, _ in read for one in found]
    languages = dict.fromkeys((*LIMITS, *(one.language for one in everything)))
    broken = [problem for language in languages for problem in _told(language, everything, said)]
    broken += [f"running text has `{name}`: {one}" for (name, _), one in names.items()]
    for problem in broken:
        sys.stderr.write(f"{problem}\n")
    return 1 if broken else 0


def _told(language: str, everything: Sequence[Said], distinct: Sequence[Said]) -> Iterator[str]:
    """Print how a language reads; yields what breaks its limits."""
    limit = LIMITS.get(language, _NO_LIMIT)
    own = [one for one in everything if one.language == language]
    worst = sorted((one for one in distinct if one.language == language), key=lambda one: -one.length)
    average = mean(one.length for one in own if one.whole)
    said = f"{language}: {len(own):,} sentences, mean {average:.1f} {limit.unit}, longest {worst[0]}"
    sys.stdout.write(f"{said}\n")
    if limit.mean is not None and average > limit.mean:
        yield f"{language}: the mean is {average:.1f} {limit.unit} a sentence, over {limit.mean}"
    long = [one for one in worst if limit.longest is not None and one.length > limit.longest]
    for one in long[:SHOWN]:
        yield f"{language}: over {limit.longest} {limit.unit}: {one}"
    if len(long) > SHOWN:
        yield f"{language}: {len(long) - SHOWN} more sentences are too long"


def letters_of(path: Path) -> tuple[list[Said], list[tuple[str, Said]]]:
    """Every sentence of every letter about a case, and the names of the policy language in them with their places."""
    case = CaseFile.read(path.parent)
    policy, example = _policy(str(case.policy)), path.parent.relative_to(EXAMPLES).as_posix()
    said, names = [], []
    for derivation in derive_claims(case, policy):
        decision = record(derivation)
        explanation = explain_derivation(decision.id, derivation)
        for audience in audiences(policy):
            zone = _zone(derivation, audience)
            letter = plan_letter(Account(decision, derivation, explanation, audience, zone), zone)
            for language in policy.header.languages:
                words = _words(str(case.policy), language, zone)
                for text in dict.fromkeys(_texts(letter, words)):
                    found = list(_sentences(text, language, example, audience))
                    said += found
                    names += [(name, one) for one in found for name in _names(one.text, language, str(case.policy))]
    return said, names


def _zone(derivation: Derivation, audience: str) -> str | None:
    """The reader's zone, else the claimant's."""
    parties = derivation.dossier.case.parties
    zones = [party.zone for role, party in parties.items() if role in (audience, derivation.book.claim.by)]
    return next((zone for zone in zones if zone is not None), None)


@cache
def _policy(name: str) -> Policy:
    return load_policy(name)


@cache
def _words(policy: str, language: str, zone: str | None) -> Words:
    return Words(_policy(policy), language, zone)


@cache
def _vocabulary(policy: str) -> frozenset[str]:
    """Every name of the policy language that is no word of any other: fields, words of vocabularies, rules."""
    loaded = _policy(policy)
    found = {*loaded.signals, *loaded.questions, *loaded.parameters, *loaded.claims}
    for kind, of in loaded.vocabulary.items():
        found |= {kind, *of}
        found |= {value for field in of.values() for value in _values(field)}
    for question in loaded.questions.values():
        found |= {rule.id for rule in (*question.arguments, *question.shifts)}
    for claim in loaded.claims.values():
        found |= {rule.id for rule in (*claim.measures, *claim.routes, *claim.guarantees, *claim.gates)}
        found |= {rule.id for head in claim.heads for rule in (*head.what, *head.who)}
    return frozenset(found)


def _values(field: FieldType) -> Sequence[str]:
    match field:
        case EnumType():
            return tuple(field.values)
        case SetType():
            return tuple(field.of.values)
    return ()


def _names(text: str, language: str, policy: str) -> Iterator[str]:
    """The names in a text. An English word may be one as well; what no English word looks like, and any in another
    language, is a name.
    """
    known = _vocabulary(policy)
    for found in _NAME.findall(text):
        if found in ENGINES:
            continue
        if "_" in found or (found in known and ("-" in found or language != "en")):
            yield found


def _texts(letter: Letter, words: Words) -> Iterator[str]:
    for sentence in _parts(letter):
        yield words.say(_anonymous(sentence))


def _parts(value: object) -> Iterator[Sentence]:
    """Every sentence of a letter, in order."""
    if isinstance(value, Sentence):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _parts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _parts(one)


def _anonymous(sentence: Sentence) -> Sentence:
    """The sentence with a mark in place of what people said or are called."""
    args = {
        name: Verbatim(OWN)
        if isinstance(value, Verbatim)
        else _anonymous(value)
        if isinstance(value, Sentence)
        else value
        for name, value in sentence.args.items()
    }
    return replace(sentence, args=args)


def _sentences(text: str, language: str, example: str, audience: str) -> Iterator[Said]:
    for part in _END.split(text):
        if part := part.strip():
            whole = part.rstrip('"”»’)」』）')[-1:] in tuple(".!?。！？")
            yield Said(language, part, _length(part), whole, example, audience)


def _length(text: str) -> int:
    """Words; of Chinese, characters, where a number or a foreign word counts as one."""
    return len(_HAN.findall(text)) + len(_TOKEN.findall(text))


if __name__ == "__main__":
    sys.exit(main())
