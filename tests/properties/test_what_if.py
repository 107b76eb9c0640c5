"""What holds of every case that is tried: changes are exact, can be taken back, and touch nothing else."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from arbiter import AddRecord, CaseFile, RemoveRecord, SetField, decide, what_if
from arbiter.what_if.changes import changed_case

from .test_deciding import PARCEL, cases, policy, whole

Data = dict[str, Any]


@whole
@given(cases())
def test_without_changes_nothing_changes(data: Data) -> None:
    case = CaseFile.from_data(data)
    decision = decide(case, policy(data["policy"]))
    found = what_if(decision, case, policy(data["policy"]))
    assert found.after.content == decision.content
    assert (found.differences, found.problems, found.changed) == ((), (), False)


@whole
@given(cases(pack="parcel"), PARCEL)
def test_a_record_that_is_added_and_removed_again_was_never_there(data: Data, added: Data) -> None:
    case, rules = CaseFile.from_data(data), policy("parcel")
    decision = decide(case, rules)
    named = {"of": "R-0"} if "of" in added else {}
    shown = {"shown": ["R-0"]} if "shown" in added else {}
    more, _ = changed_case(case, "K-1", [AddRecord({**added, "id": "R-99", **named, **shown})])
    assert len(more.records) == len(case.records) + 1
    found = what_if(decide(more, rules), more, rules, [RemoveRecord("R-99")])
    assert found.after.content == decision.content
    both = what_if(decision, case, rules, [AddRecord({**added, "id": "R-99", **named, **shown})])
    assert both.after.content == found.before.content, "as if the case file had said so"


@whole
@given(cases(), st.integers(1, 9))
def test_a_record_that_is_removed_and_added_again_was_always_there(data: Data, number: int) -> None:
    case, rules = CaseFile.from_data(data), policy(data["policy"])
    decision = decide(case, rules)
    record = data["records"][number % len(data["records"])]
    found = what_if(decision, case, rules, [RemoveRecord(record["id"]), AddRecord(record)])
    assert found.after.content == decision.content
    field, value = next((name, value) for name, value in record.items() if name not in ("id", "about"))
    assert what_if(decision, case, rules, [SetField(f"{record['id']}.{field}", value)]).differences == ()


@whole
@given(cases(pack="parcel"))
def test_a_case_without_a_record_is_decided_as_if_it_had_never_had_it(data: Data) -> None:
    case, rules = CaseFile.from_data(data), policy("parcel")
    decision = decide(case, rules)
    last = data["records"][-1]
    if last["kind"] == "order":
        return
    without = {**data, "records": data["records"][:-1]}
    found = what_if(decision, case, rules, [RemoveRecord(last["id"])])
    assert found.after.content == decide(CaseFile.from_data(without), rules).content
