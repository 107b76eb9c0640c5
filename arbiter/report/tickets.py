"""Short forms for a ticket system: a reply to a party, and a note for the employee who handles the ticket.

Both are made of sentences of the letter, so they cannot say anything else than it does. A reply holds whole sentences
only: what does not fit is left to the letter, and the reply says so.
"""

from collections.abc import Iterable, Sequence

from arbiter.decision import Decision
from arbiter.policy.model import Policy
from arbiter.report.letter import Letter, Sentence, Verbatim
from arbiter.report.markdown import escape
from arbiter.report.open_doors import ReportError, opened
from arbiter.report.plan.how import CODE_LENGTH
from arbiter.report.words import Words
from evidence import CaseFile, Diagnostic

# As many characters as fit on the first screen of a phone, in the ticket systems that were looked at.
REPLY_MOST = 900
REASONS = 2
_STATE = "state-"


def reply(decision: Decision, case: CaseFile, policy: Policy, *, audience: str, language: str = "en") -> str:
    """A reply to a party in at most 900 characters of Markdown, ending with a line break.

    Who pays what, the deciding reason, what the party can still do and until when, and the check code. Raises
    ReportError as `report` does, and if the audience is no party.
    """
    account, letter, words = opened(decision, case, policy, audience, language)
    if account.for_agent:
        cure = "write a `note` for an employee, or name a party"
        raise ReportError(Diagnostic("ARB541", "error", "a reply is for a party, not for an employee", None, cure))
    why, state, person = _parts(letter)
    title = [f"**{_said(words, one)}**" for one in letter.title]
    title += [_said(words, one) for one in state if letter.status != "final"]
    reasons = [_said(words, one) for one in (why or person)[:REASONS]]
    own = [_said(words, one) for one in _not_said_before(letter.meaning, letter.title)]
    last = [_said(words, one) for one in letter.appeal[:1]]
    code = _said(words, Sentence("reply-code", {"decision": Verbatim(decision.digest[:CODE_LENGTH])}, ("digest",)))
    return fitted((title, reasons, own, last, [code]), _said(words, Sentence("reply-rest", {})), words.gap) + "\n"


def fitted(paragraphs: Sequence[Sequence[str]], rest: str, gap: str, most: int = REPLY_MOST) -> str:
    """Paragraphs of sentences in at most so many characters, `rest` in place of those that are left out.

    What comes last (until when, and the code) is kept first, then who pays, then what the party gets or must do, then
    why; within a paragraph, earlier sentences before later ones.
    """
    first = len(paragraphs) - 1
    order = (first, first - 1, 0, *range(first - 2, 0, -1))
    kept: list[list[str]] = [[] for _ in paragraphs]
    left_out = False
    room = most - 1 - len(rest) - 2  # the line break at the end, and the sentence about what was left out
    for number in order:
        for sentence in paragraphs[number]:
            tried = [[*one, sentence] if at == number else one for at, one in enumerate(kept)]
            if len(_joined(tried, gap)) > room:
                left_out = True
                break
            kept = tried
    if left_out:
        kept.insert(first, [rest])
    return _joined(kept, gap)


def _joined(paragraphs: Iterable[Sequence[str]], gap: str) -> str:
    return "\n\n".join(gap.join(sentences) for sentences in paragraphs if sentences)


def _parts(letter: Letter) -> tuple[list[Sentence], list[Sentence], list[Sentence]]:
    """The letter's first section: why it was decided so, in what state it is, and why a person decides.

    Who pays by when is in other sections too, and what other claims there are is for the letter.
    """
    lines = [one for one in letter.lines if one.id not in ("pays-by", "other-claims") and one not in letter.title]
    state = next((at for at, one in enumerate(lines) if one.id.startswith(_STATE)), len(lines))
    return lines[:state], lines[state : state + 1], lines[state + 1 :]


def _not_said_before(sentences: Iterable[Sentence], before: Iterable[Sentence]) -> list[Sentence]:
    said = [(one.id, one.attribute) for one in before]
    return [one for one in sentences if (one.id, one.attribute) not in said]


def note(decision: Decision, case: CaseFile, policy: Policy, *, language: str = "en") -> str:
    """An internal note for the employee who handles a ticket, as Markdown ending with a line break.

    How things stand, why it came to a person and to which desk, the open question, and what to ask from whom until
    when. Raises ReportError as `report` does.
    """
    _, letter, words = opened(decision, case, policy, "agent", language)
    code = Sentence("reply-code", {"decision": Verbatim(decision.digest[:CODE_LENGTH])}, ("digest",))
    _, _, person = _parts(letter)
    parts = [
        f"**{words.sentences(_said(words, one) for one in letter.title)}** {_said(words, letter.status_label)}",
        *_section(words, "note-why", person),
        *_section(words, letter.heading_meaning, letter.meaning),
        *_section(words, "heading-next", letter.next_steps),
        _said(words, code),
    ]
    return "\n\n".join(parts) + "\n"


def _section(words: Words, heading: str, sentences: Iterable[Sentence]) -> list[str]:
    lines = [f"* {_said(words, one)}" for one in sentences]
    return [f"**{escape(words.label(heading))}**", "\n".join(lines)] if lines else []


def _said(words: Words, sentence: Sentence) -> str:
    return escape(words.say(sentence))
