"""Tables of rules and of parameters say what the same in YAML says: the same verdict, rule for rule."""

from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from arbiter import Policy
from arbiter.policy.load import read_policy
from tests.unit.policy.conftest import HEADER, Data, Decided, Files, case, decided, order

SIGNALS = """
says: {if: {statement.says: broken}, strength: slight, held_by: buyer, group: word}
note: {if: {reading.says: damage}, strength: strong, held_by: buyer, group: pictures}
"""
QUESTION = """
question: shown_broken
clause: "1"
raised: {raised_by: buyer, any: [says]}
must_show: {buyer: yes}
yes: [{id: seen, all: [note]}]
"""
CLAIM = """
claim: broken
by: buyer
clause: "1"
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what: %s
    who: %s
"""
WHAT_ROWS = """\
# The first line names what is tested; an empty cell or - tests nothing.
shown_broken,order.price,tracking_event.code,amount,clause,over
yes,"> 50.00 EUR",-,,P-1,
yes,<= 50.00 EUR,,order.price / 2 - already_made_good,P-2,-
"shown yes",,"[lost, damaged]",order.price + 5.00 EUR - already_made_good,P-3,"owed-1, owed-2"
no,-,-,0,P-4,
"""
WHO_ROWS = """\
shown_broken,tracking_event.code,bearer,clause,over
shown yes,,platform,P-5,
shown yes,damaged,platform,P-6,borne-1
no,,platform,P-7,
"""
WHAT = """
      - {id: owed-1, if: {shown_broken: yes, order.price: "> 50.00 EUR"}, clause: P-1}
      - id: owed-2
        if: {shown_broken: yes, order.price: "<= 50.00 EUR"}
        amount: order.price / 2 - already_made_good
        clause: P-2
      - id: owed-3
        if: {shown_broken: shown yes, tracking_event.code: [lost, damaged]}
        amount: order.price + 5.00 EUR - already_made_good
        over: [owed-1, owed-2]
        clause: P-3
      - {id: owed-4, if: {shown_broken: no}, amount: 0, clause: P-4}"""
WHO = """
      - {id: borne-1, bearer: platform, if: {shown_broken: shown yes}, clause: P-5}
      - id: borne-2
        bearer: platform
        if: {shown_broken: shown yes, tracking_event.code: damaged}
        over: [borne-1]
        clause: P-6
      - {id: borne-3, bearer: platform, if: {shown_broken: no}, clause: P-7}"""
BASE = {"signals.yaml": SIGNALS, "questions/shown_broken.yaml": QUESTION}
PHOTO = {"id": "p", "kind": "photo", "submitted_by": "buyer"}
NOTE = {"id": "r", "kind": "reading", "submitted_by": "platform", "of": "p", "says": "damage", "by": "operator"}
SCAN = {"id": "s", "kind": "tracking_event", "submitted_by": "carrier", "at": "2026-03-10T10:00:00Z", "code": "damaged"}


def verdict(found: Decided) -> Data:
    """All of a decision but the policy it was made under."""
    left_out = ("policy", "digest", "id")
    return {key: value for key, value in found.document.items() if key not in left_out}


@pytest.mark.parametrize(
    ("records", "price", "owed", "borne"),
    [
        ((PHOTO, NOTE), "100.00 EUR", "owed-1", "borne-1"),
        ((PHOTO, NOTE), "50.00 EUR", "owed-2", "borne-1"),
        ((PHOTO, NOTE, SCAN), "100.00 EUR", "owed-3", "borne-2"),
        ((PHOTO, NOTE, SCAN), "50.00 EUR", "owed-3", "borne-2"),
        ((), "100.00 EUR", "owed-4", None),
    ],
)
def test_a_table_decides_as_the_rules_in_its_place(
    pack: Callable[[Files], Policy], records: tuple[Data, ...], price: str, owed: str, borne: str | None
) -> None:
    tables = {"tables/owed.csv": WHAT_ROWS, "tables/borne.csv": WHO_ROWS}
    of_tables = pack({**BASE, "claims/broken.yaml": CLAIM % ("owed.csv", "borne.csv"), **tables})
    of_rules = pack({**BASE, "claims/broken.yaml": CLAIM % (WHAT, WHO)})
    file = case(*records, the_order=order(price=price))
    one, other = decided(of_tables, file), decided(of_rules, file)
    assert (one.head("price").what.winner, one.head("price").who.winner) == (owed, borne)
    assert verdict(one) == verdict(other)


def test_a_row_cites_its_clause_and_has_the_sentence_of_its_table(pack: Callable[[Files], Policy]) -> None:
    policy = pack({**BASE, "claims/broken.yaml": CLAIM % ("owed.csv", WHO), "tables/owed.csv": WHAT_ROWS})
    rules = policy.claims["broken"].heads[0].what
    assert [(one.id, one.clause, one.wording) for one in rules] == [
        ("owed-1", "P-1", "owed"), ("owed-2", "P-2", "owed"), ("owed-3", "P-3", "owed"), ("owed-4", "P-4", "owed"),
    ]  # fmt: skip
    assert [one.span.line for one in rules] == [3, 4, 5, 6]


def test_line_ends_and_a_mark_at_the_start_change_nothing(pack: Callable[[Files], Policy]) -> None:
    """As programs for tables write them."""
    files = {**BASE, "claims/broken.yaml": CLAIM % ("owed.csv", WHO), "tables/owed.csv": WHAT_ROWS}
    plain = pack(files)
    written = pack({**files, "tables/owed.csv": "\ufeff" + WHAT_ROWS.replace("\n", "\r\n")})
    assert plain.digest == written.digest


def test_a_table_has_no_end(pack: Callable[[Files], Policy], tmp_path: Any) -> None:
    """2,000 rows are the most: more are split, and the row that is too much is named."""
    folder = tmp_path / "rules-of-a-large-table"
    row = "{number},0,P-1\n"
    for rows in (2000, 2001):
        text = "history.count,amount,clause\n" + "".join(row.format(number=f'"= {n}"') for n in range(rows))
        for name, content in {
            "policy.yaml": HEADER,
            "claims/broken.yaml": CLAIM.replace("%s", "owed.csv", 1) % "[]",
            "tables/owed.csv": text,
        }.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")
        found = [one for one in read_policy(folder)[1] if one.code == "ARB238"]
        lines = [(one.message, one.span.line) for one in found if one.span is not None]
        assert lines == ([("the table has more than 2000 rows", 2002)] if rows > 2000 else [])


class TestParameters:
    CSV = """\
parameter,unit,clause,from,until,region,value
most,money,P-1,2026-01-01,2026-02-28,,50.00 EUR
most,money,P-1,2026-03-01,,,60.00 EUR
most,money,P-1,2026-03-01,,CN,70.00 EUR
# a share
share,percent,"P-2, second sentence",2026-01-01,,,12.5
"""
    YAML = """
most:
  unit: money
  clause: P-1
  from 2026-01-01 until 2026-02-28: 50.00 EUR
  from 2026-03-01: 60.00 EUR
  from 2026-03-01 in CN: 70.00 EUR
share: {unit: percent, clause: "P-2, second sentence", from 2026-01-01: 12.5}
"""
    FILES: ClassVar = {
        "claims/broken.yaml": """
claim: broken
by: buyer
clause: "1"
heads:
  price:
    to: buyer
    amount: min(order.price * share, most) - already_made_good
    cap: most
    what:
      - {id: owed, if: {order.price: "> most"}, clause: "1"}
      - {id: none, if: {order.price: "<= most"}, amount: 0, clause: "1"}
    who: [{id: pool, bearer: platform, if: {order.price: known}, clause: "1"}]
"""
    }

    @pytest.mark.parametrize(
        ("price", "placed", "region", "owed", "amount"),
        [
            ("60.00 EUR", "2026-03-01T10:00:00Z", "DE", "none", "0.00 EUR"),
            ("60.01 EUR", "2026-03-01T10:00:00Z", "DE", "owed", "7.50 EUR"),
            ("60.01 EUR", "2026-03-01T10:00:00Z", "CN", "none", "0.00 EUR"),
            ("60.00 EUR", "2026-02-28T10:00:00Z", "DE", "owed", "7.50 EUR"),
            ("600.00 EUR", "2026-03-01T10:00:00Z", "DE", "owed", "60.00 EUR"),
        ],
    )
    def test_a_table_of_parameters_is_the_map_in_its_place(
        self, pack: Callable[[Files], Policy], price: str, placed: str, region: str, owed: str, amount: str
    ) -> None:
        """By day and region, and quoted commas; the values themselves are equal too, but for where they stand."""
        of_csv = pack({**self.FILES, "parameters.csv": self.CSV})
        of_yaml = pack({**self.FILES, "parameters.yaml": self.YAML})
        for name in ("most", "share"):
            one, other = of_csv.parameters[name], of_yaml.parameters[name]
            assert (one.unit, one.clause) == (other.unit, other.clause)
            assert [(v.first, v.last, v.region, v.value) for v in one.values] == [
                (v.first, v.last, v.region, v.value) for v in other.values
            ]
        file = case(the_order=order(price=price, placed_at=placed, region=region))
        found = decided(of_csv, file)
        assert (found.head("price").what.winner, str(found.head("price").amount)) == (owed, amount)
        assert verdict(found) == verdict(decided(of_yaml, file))

    def test_both_files_may_stand_side_by_side(self, pack: Callable[[Files], Policy]) -> None:
        first, second = self.CSV[: self.CSV.index("# a share")], self.YAML[self.YAML.index("share:") :]
        policy = pack({**self.FILES, "parameters.csv": first, "parameters.yaml": second})
        assert {"most", "share"} <= set(policy.parameters)
