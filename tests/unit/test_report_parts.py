"""Letters about what the bundled packs do not use: parts of an order, answers of a question's own, facts on record,
gates, limits, tables, sequels, several claims. Each says it in every language, with the decision's own numbers.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from arbiter import CaseFile, Decision, Policy, decide, report
from arbiter.decide import decide_claims
from arbiter.explain import explanation
from arbiter.report.open_doors import audiences
from tests.unit.glass_shop import CLAIM, INSURANCE, ORDER, PACK, PACKING, PICTURES, ROUGH, case, photo, write_pack
from tests.unit.test_report import parse

LANGUAGES = ("en", "ru")
LATE: Mapping[str, Any] = {
    "id": "K-2", "claim": "late", "by": "buyer", "filed_at": "2026-03-07T09:00:00+01:00", "amount": "5.00 EUR",
}  # fmt: skip
# Words of the policy language that are no words of either language; ids of lines, arguments and rules.
RAW = re.compile(r"glass#|plate#|jug#|[a-z]+_[a-z_]+(?!\.json)|packed-badly|bearers-\d|a-share|in-time|claim_within")


@pytest.fixture(autouse=True)
def _few_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would have changed it is tested elsewhere, and takes hundreds of decisions a letter."""
    monkeypatch.setattr(explanation, "MAX_DECISIONS", 12)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    return write_pack(tmp_path_factory.mktemp("packs"))


def letter(decided: Decision, of: CaseFile, policy: Policy, audience: str = "buyer", language: str = "en") -> str:
    """A letter in Markdown, with plain blanks and without escapes."""
    text = report(decided, of, policy, audience=audience, language=language, form="md")
    return re.sub(r"\\([\\`*_{}\[\]<>#|~&])", r"\1", text.replace("\u00a0", " "))


def told(of: CaseFile, policy: Policy, audience: str = "buyer", language: str = "en") -> str:
    return letter(decide(of, policy), of, policy, audience, language)


def every_letter(of: CaseFile, policy: Policy, decided: Decision) -> dict[tuple[str, str], str]:
    """Every letter of a decision in Markdown; the pages are made as well, since they draw on other parts."""
    for audience in audiences(policy):
        for language in LANGUAGES:
            parse(report(decided, of, policy, audience=audience, language=language, form="html"))
    return {(a, lang): letter(decided, of, policy, a, lang) for a in audiences(policy) for lang in LANGUAGES}


def shapes() -> dict[str, CaseFile]:
    """Cases that come out in every way that the shop knows."""
    unnamed = {name: value for name, value in CLAIM.items() if name != "items"}
    nowhere = {name: value for name, value in ORDER.items() if name != "region"}
    poor = {name: value for name, value in ORDER.items() if name not in ("delivery_fee", "total", "price")}
    unpriced = {**ORDER, "items": [{"id": "glass", "title": "Tall *glass*", "quantity": 4}, *ORDER["items"][1:]]}
    return {
        "rich": case(),
        "nothing shown": case([]),
        "handled badly": case([*PICTURES, ROUGH]),
        "insured and handled": case([*PICTURES, ROUGH, INSURANCE]),
        "both causes": case([*PICTURES, *PACKING, ROUGH]),
        "too late": case(claims=[{**CLAIM, "filed_at": "2026-03-19T09:00:00+01:00"}]),
        "parts unknown": case(claims=[unnamed]),
        "no region": case(order=nowhere),
        "no fee": case(order=poor),
        "no price": case(order=unpriced),
        "little claimed": case(claims=[{**CLAIM, "amount": "40.00 EUR"}]),
        "some given back": case(claims=[{**CLAIM, "already_made_good": "13.00 EUR"}]),
        "no such insurance": case([{**INSURANCE, "covers": "perhaps"}]),
        "statement sent": case([*PICTURES, {"id": "S-1", "kind": "repair_statement", "submitted_by": "buyer"}]),
    }


@pytest.mark.parametrize("name", shapes())
def test_everyone_gets_a_letter_whatever_comes_out(shop: Policy, name: str) -> None:
    """A verdict that cannot be told is no verdict: no missing words, and no words of the policy language."""
    of = shapes()[name]
    decided = decide(of, shop)
    for (audience, language), text in every_letter(of, shop, decided).items():
        running = "\n".join(line for line in text.splitlines() if "durable_rules" not in line)
        assert not RAW.search(running), (audience, language, RAW.search(running))


@pytest.mark.parametrize("name", shapes())
def test_no_sum_is_said_that_is_nowhere(shop: Policy, name: str) -> None:
    """Every total in bold under "The money" is the sum of the heads, and every transfer is said in the title."""
    of = shapes()[name]
    verdict = decide(of, shop).verdict
    totals: dict[tuple[str, str], int] = {}
    for one in verdict["transfers"]:
        key = (one["from"], one["to"])
        totals[key] = totals.get(key, 0) + one["amount"]["minor"]
    text = told(of, shop, "agent")
    title = next(line for line in text.splitlines() if line.startswith("# "))
    said = {int(found.replace(".", "")) for found in re.findall(r"(\d+\.\d\d) EUR", title)}
    assert said == set(totals.values())


def test_parts_that_came_out_alike_are_one_block(shop: Policy) -> None:
    """Four units with the same finding are read once, not four times, with every photo that shows it."""
    text = told(case(), shop)
    assert text.count("Did it arrive broken?") == 2
    assert "**2 of 3 units of “Tall *glass*”, 2 units of “Plate”**" in text
    assert "An employee saw the damage in a photo. (E4, E5, E6)" in text
    assert "**1 of 3 units of “Tall *glass*”, line 3 of the order**" in text, "a line without a title has its place"
    assert text.count("It was for the buyer to prove this: It arrived broken.") == 1


def test_parts_are_a_row_each_and_a_sum(shop: Policy) -> None:
    """Who checks the sum can: so many units at so much, then what the payer owes for all of them."""
    decided = decide(case(), shop)
    text = letter(decided, case(), shop)
    owed = next(one["amount"]["minor"] for one in decided.verdict["transfers"] if one["head"] == "goods")
    assert owed == 2 * 1200 + 2 * 1500
    assert "* 2 of 3 units of “Tall *glass*”: 2 × 12.00 EUR: 24.00 EUR" in text
    assert "* 2 units of “Plate”: 2 × 15.00 EUR: 30.00 EUR" in text
    assert "* **The seller to the buyer (price of what broke): 54.00 EUR**" in text
    assert "* «Plate», 2 шт.: 2 × 15,00 EUR: 30,00 EUR" in told(case(), shop, language="ru")


def test_a_limit_of_the_policy_is_said_where_it_cut(shop: Policy) -> None:
    """A plate cost 19.99 and 15.00 are given back: the reader is told why, and for what."""
    cut = "No more than 15.00 EUR is given (set by the policy, clause G-1.3), so the sum was cut."
    assert f"For 2 units of “Plate”: {cut}" in told(case(), shop)
    assert "Больше 15,00 EUR не полагается (установлено правилами, пункт G-1.3), поэтому сумма уменьшена." in told(
        case(), shop, language="ru"
    )
    assert "No more than" not in told(case([*photo(1, "glass", 1), *PACKING]), shop)


def test_a_formula_is_told_with_its_numbers(shop: Policy) -> None:
    """A share of a fee is no sum of its operands, so its arithmetic is written out."""
    text = told(case(), shop)
    assert "This is how it is computed: 5.00 EUR × 30% − 0.00 EUR" in text
    assert "* Fixed by the policy, clause G-1.2: 30%" in text
    assert "Расчёт: 5,00 EUR × 30 % − 0,00 EUR" in told(case(), shop, language="ru")


def test_rounding_is_confessed(tmp_path: Path) -> None:
    """12.5% of 5.00 EUR is 62.5 cents; half goes to the even cent, and the letter does not say "exact"."""
    policy = write_pack(tmp_path, {"parameters.yaml": {"01: 30": "01: 12.5"}})
    decided = decide(case(), policy)
    assert next(one["amount"]["minor"] for one in decided.verdict["transfers"] if one["head"] == "delivery") == 62
    text = letter(decided, case(), policy)
    assert "5.00 EUR × 12.5% − 0.00 EUR" in text
    assert "It was rounded to the nearest one, and a half to the even one." in text
    assert "Nothing was rounded" not in text


def test_an_answer_of_its_own_is_told_in_its_words(shop: Policy) -> None:
    """Sides are headed by the policy's sentence for the answer; those for which nothing speaks take no room."""
    text = told(case([*PICTURES, *PACKING, ROUGH]), shop)
    assert "**It was packed badly.**" in text
    assert "**It was handled badly.**" in text
    assert "It was for the platform to make this clear." in text
    assert "**It was handled badly.**" not in told(case(), shop)


def test_nothing_clear_goes_against_whom_it_should(shop: Policy) -> None:
    """Neither yes nor no: what is unclear is said, and whose burden it was."""
    text = told(case([]), shop)
    assert "None of the answers is proven. It was for the platform to make this clear" in text
    assert "It is unknown what broke it." in text
    assert "Neither answer is proven. It was for the platform" not in text


def test_facts_on_record_are_not_weighed(shop: Policy) -> None:
    """Nobody had to show the insurance: its record is named, or that nothing says otherwise."""
    text = told(case(), shop)
    assert "The records settle this. Nobody has to prove anything." in text
    assert "* fact: The insurance of the parcel (E15)" in text
    assert "**The records settle this: The parcel was insured.**" in text
    assert "**Nothing on record says otherwise: The parcel was not insured.**" in told(case([]), shop)


def test_a_row_of_a_table_has_the_words_of_the_table(shop: Policy) -> None:
    """Four rows share one sentence; nobody is told that `bearers-1` won."""
    assert "Who caused the damage bears it, the platform where nobody knows." in told(case(), shop)


def test_a_shut_gate_refuses_with_its_reason(shop: Policy) -> None:
    """Too late is why, not what was or was not shown."""
    decided = decide(shapes()["too late"], shop)
    assert decided.verdict["transfers"] == []
    text = letter(decided, shapes()["too late"], shop)
    assert "# Your claim is refused. You are not paid." in text
    assert "A condition that comes first is not met, so nothing is owed. Claims must come within 14 days" in text


def test_a_gate_can_leave_it_to_a_person(tmp_path: Path) -> None:
    """A person decides then, and the letter says which condition is not met."""
    policy = write_pack(tmp_path, {"claims/broken.yaml": {"else: refuse": "else: human"}})
    text = told(shapes()["too late"], policy)
    assert "# A person decides this case." in text
    assert "so a person decides. Claims must come within 14 days of the order." in text


def test_what_is_claimed_is_asked_for(shop: Policy) -> None:
    """Not knowing which items are meant is not the same as nothing being owed."""
    of = shapes()["parts unknown"]
    text = told(of, shop)
    assert "It is unknown which items of the order are claimed." in text
    assert "please say which items of the order you claim" in text
    assert "Still to be said by the buyer: which items of the order are claimed." in told(of, shop, "agent")
    assert "This claim is not about money" not in text
    assert "Nobody pays anything" not in told(of, shop, "seller")


def test_a_sequel_has_its_deadline(shop: Policy) -> None:
    """Ten business days after Friday 20 March 2026 in Germany: Good Friday and Easter Monday are none."""
    assert "You can still send a statement of the repairer by the end of 7 April 2026." in told(case(), shop)
    assert "Вы ещё можете прислать заключение мастера не позднее 7 апреля 2026." in told(case(), shop, language="ru")


def test_business_days_are_told_even_without_a_calendar(shop: Policy) -> None:
    """Where nobody knows the region, no day is guessed and no letter refused: the rule itself is the deadline."""
    text = told(shapes()["no region"], shop)
    assert "You can appeal until the end of business day 10 after 20 March 2026." in text
    assert "10-го рабочего дня после 20 марта 2026" in told(shapes()["no region"], shop, language="ru")


def test_days_end_where_the_policy_says(tmp_path: Path) -> None:
    """Half past midnight in Vladivostok is still the day before in Berlin, and 14 days are counted there."""
    policy = write_pack(tmp_path, {"policy.yaml": {"Europe/Berlin": "Asia/Vladivostok"}})
    of = case().model_copy(update={"as_of": datetime.fromisoformat("2026-03-20T15:30:00+01:00")})
    assert "The seller pays 54.00 EUR to the buyer by the end of 4 April 2026." in told(of, policy)


def test_a_measure_lasts_until_a_day(shop: Policy) -> None:
    """Ninety days after the decision, said to whom it concerns and to the employee, and to nobody else."""
    said = "The seller's file gets a note about the packing. This lasts until the end of 18 June 2026."
    assert said in told(case(), shop, "seller")
    assert said in told(case(), shop, "agent")
    assert "note about the packing. This lasts" not in told(case(), shop, "buyer")
    assert "file gets a note" not in told(case(), shop, "carrier")


def test_what_may_be_sent_but_is_not_asked_for(shop: Policy) -> None:
    """An optional paper is offered, once: not where a sequel already names its day, nor to others."""
    offer = "You may also send a statement of the repairer. Nobody asks you to."
    assert offer in told(case([]), shop, "buyer")
    assert offer not in told(case([]), shop, "seller")
    assert offer not in told(case(), shop, "buyer")


def test_one_of_several_kinds_is_enough(shop: Policy) -> None:
    """Asked for a paper or a scan, the carrier learns that it need not find both."""
    records = [one.id for one in case().records if one.kind == "notice"]
    of = case(PICTURES)
    of = of.model_copy(update={"records": tuple(one for one in of.records if one.id not in records)})
    text = told(of, shop, "carrier")
    assert text.count("You are asked to send") == 1
    assert "You are asked to send a note about the packing, or a damage report of the carrier by" in text


def test_every_claim_has_a_letter_of_its_own(shop: Policy) -> None:
    """The second letter says which claim it is about, and what the first already gives and is taken off."""
    of = case(claims=[CLAIM, LATE])
    first, second = decide_claims(of, shop)
    assert "The other claim of this case has a letter of its own." in letter(first, of, shop)
    text = letter(second, of, shop)
    assert "This letter is about one claim: The parcel was late, filed on 7 March 2026." in text
    assert "Another claim of this case (Something arrived broken) already gives the buyer 1.50 EUR" in text
    assert "# The platform pays you 3.50 EUR." in text
    assert "Statement of the buyer: Something arrived broken" in text
    for one in (first, second):
        every_letter(of, shop, one)


def test_the_lines_of_the_order_are_exhibits(shop: Policy) -> None:
    """Every line once, however many units of it are claimed."""
    text = told(case(), shop)
    assert "From the order, “Tall *glass*”: 12.00 EUR each, 4 ordered, 3 claimed" in text
    assert text.count("From the order, ") == 3


def test_many_parts_stay_readable(shop: Policy) -> None:
    """Thirty lines that cost thirty sums: twelve groups and how many more, with nothing lost from the sum."""
    lines = [{"id": f"l{n}", "title": f"Line {n}", "quantity": 1, "price": f"{n}.00 EUR"} for n in range(1, 31)]
    photos = [record for n in range(1, 31) for record in photo(n, f"l{n}")]
    claim = {**CLAIM, "items": [line["id"] for line in lines]}
    of = case([*photos, *PACKING], [claim], {**ORDER, "items": lines, "total": "465.00 EUR", "price": "465.00 EUR"})
    decided = decide(of, shop)
    text = letter(decided, of, shop)
    money = text.partition("## The money")[2].partition("##")[0]
    assert len(money.splitlines()) < 30
    assert "3 more groups, " in money
    rows = [row for row in money.splitlines() if "Line " in row and row.startswith("* ")]
    amounts = [int(row.rpartition(": ")[2].removesuffix(" EUR").replace(".", "")) for row in rows]
    assert sum(amounts) == decided.verdict["transfers"][0]["amount"]["minor"] == 100 * sum([*range(1, 15), *[15] * 16])
    assert "18 more lines of the order" in text
    assert "and 26 more lines" in text
    assert "(E4–E33)" in text, "thirty photos in a row are a range"


def test_hostile_titles_stay_text(shop: Policy) -> None:
    """A title of the order is someone's text: no markup of it takes effect, in no form."""
    title = "<script>alert(1)</script> **bold** { $payer }"
    of = case(order={**ORDER, "items": [{**ORDER["items"][0], "title": title}, *ORDER["items"][1:]]})
    html = report(decide(of, shop), of, shop, audience="buyer")
    assert "<script" not in html
    assert "{ $payer }" in html
    markdown = report(decide(of, shop), of, shop, audience="buyer", form="md")
    assert "**bold**" not in markdown
    assert title in told(of, shop)


def test_an_unknown_field_is_said_to_be_unknown(shop: Policy) -> None:
    """The pack's sentence quotes where the carrier saw the damage; the record does not say, and the letter stands."""
    assert "The carrier reported damage on 4 March 2026, 10:00, at unknown." in told(case([*PICTURES, ROUGH]), shop)


@pytest.mark.parametrize("language", LANGUAGES)
def test_declared_kinds_need_a_name(tmp_path: Path, language: str) -> None:
    """A letter lists every record, so a pack must name its own kinds in each of its languages."""
    name = next(line for line in PACK[f"texts/{language}.ftl"].splitlines() if line.startswith("kind_repair_statement"))
    with pytest.raises(Exception, match=f"no text `kind_repair_statement` in `{language}`"):
        write_pack(tmp_path, {f"texts/{language}.ftl": {name + "\n": ""}})
