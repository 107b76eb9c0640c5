"""What must come out: who pays to the cent and by which rule, in what state, and how each question was answered."""

from typing import Any

import pytest
from pytest_bdd import then

from arbiter import ReportError, explain, report
from arbiter.report.open_doors import audiences
from tests.bdd.builder import Dispute
from tests.bdd.words import say


def cents(amount: str) -> dict[str, Any]:
    number, currency = amount.split()
    return {"minor": int(number.replace(".", "")), "currency": currency}


@then(say("{payer:Party} pays {payee:Party} {amount:Amount} because of {rule:Name}"))
@then(say("{payer:Party} платит {payee:Party} {amount:Amount} по правилу {rule:Name}"))
@then(say("{payer:Party}付给{payee:Party}{amount:Amount}，依据规则{rule:Name}"))
def pays(dispute: Dispute, payer: str, payee: str, amount: str, rule: str) -> None:
    found = [(t["from"], t["to"], t["amount"]) for t in dispute.verdict["transfers"]]
    assert found == [(payer, payee, cents(amount))], "this is all that is paid"
    assert [head["who"]["winner"] for head in dispute.verdict["heads"]] == [rule]


@then(say("{payer:Party} pays {payee:Party} {amount:Amount} for {head:Name} because of {rule:Name}"))
@then(say("{payer:Party} платит {payee:Party} {amount:Amount} за {head:Name} по правилу {rule:Name}"))
@then(say("{payer:Party}付给{payee:Party}{amount:Amount}，款项是{head:Name}，依据规则{rule:Name}"))
def pays_for(dispute: Dispute, payer: str, payee: str, amount: str, head: str, rule: str) -> None:
    found = {(t["from"], t["to"], t["head"]): t["amount"] for t in dispute.verdict["transfers"]}
    assert found.get((payer, payee, head)) == cents(amount)
    assert rule in [one["who"]["winner"] for one in dispute.verdict["heads"] if one["id"] == head]


@then(say("nobody pays for {head:Name} because of {rule:Name}"))
@then(say("за {head:Name} никто не платит по правилу {rule:Name}"))
@then(say("{head:Name}谁都不用付款，依据规则{rule:Name}"))
def nobody_pays_for(dispute: Dispute, head: str, rule: str) -> None:
    assert head not in [transfer["head"] for transfer in dispute.verdict["transfers"]]
    found = [(one["what"]["winner"], one["amount"]["minor"]) for one in dispute.verdict["heads"] if one["id"] == head]
    assert set(found) == {(rule, 0)}


@then(say("nothing is owed, because the gate {gate:Name} is shut"))
@then(say("ничего не полагается, потому что не выполнено условие {gate:Name}"))
@then(say("谁都不用付款，因为不符合条件{gate:Name}"))
def gate_is_shut(dispute: Dispute, gate: str) -> None:
    assert dispute.verdict["transfers"] == []
    assert {head.get("gate") for head in dispute.verdict["heads"]} == {gate}


@then(say("a person decides because of {cause:Name}"))
@then(say("решает человек из-за {cause:Name}"))
@then(say("由人工决定，原因之一是{cause:Name}"))
def a_person_decides(dispute: Dispute, cause: str) -> None:
    """Among other reasons, it may be."""
    assert dispute.decision is not None
    assert dispute.decision.status == "referred"
    assert cause in [reason["ref"] for reason in dispute.verdict["route"]["reasons"]]


@then(say("nobody pays anything because of {rule:Name}"))
@then(say("никто ничего не платит по правилу {rule:Name}"))
@then(say("谁都不用付款，依据规则{rule:Name}"))
def nobody_pays(dispute: Dispute, rule: str) -> None:
    assert dispute.verdict["transfers"] == []
    assert [head["what"]["winner"] for head in dispute.verdict["heads"]] == [rule]
    assert [head["amount"]["minor"] for head in dispute.verdict["heads"]] == [0]


@then("nobody pays anything")
@then("никто ничего не платит")
def nothing_is_paid(dispute: Dispute) -> None:
    assert dispute.verdict["transfers"] == []


@then("nobody pays anything, because the claim is not about money")
@then("никто ничего не платит, потому что дело не о деньгах")
@then("谁都不用付款，因为申请不涉及款项")
def not_about_money(dispute: Dispute) -> None:
    assert (dispute.verdict["heads"], dispute.verdict["transfers"]) == ([], [])


@then("nobody pays anything before a person has decided")
@then("никто ничего не платит, пока не решил человек")
def nobody_pays_yet(dispute: Dispute) -> None:
    assert dispute.decision is not None
    assert (dispute.decision.status, dispute.verdict["transfers"]) == ("referred", [])
    assert [head["amount"] for head in dispute.verdict["heads"] if head["amount"] is not None] == []


@then("the decision is final")
@then("решение окончательное")
@then("决定是最终的")
def final(dispute: Dispute) -> None:
    assert dispute.decision is not None
    assert dispute.decision.status == "final"


@then("the decision is not final yet")
@then("решение ещё не окончательное")
@then("决定还不是最终的")
def provisional(dispute: Dispute) -> None:
    assert dispute.decision is not None
    assert dispute.decision.status == "provisional"


@then(say("this is a proposal for {desk:Desk}, because of {cause:Name}"))
@then(say("это предложение для решения человеком, {desk:Desk}, из-за {cause:Name}"))
@then(say("这是交{desk:Desk}处理的建议，原因是{cause:Name}"))
def proposal(dispute: Dispute, desk: str, cause: str) -> None:
    assert dispute.decision is not None
    assert dispute.decision.status == "referred"
    route = dispute.verdict["route"]
    assert (route["desk"], [reason["ref"] for reason in route["reasons"]]) == (desk, [cause])


@then("no letter to the parties goes out by machine")
@then("машина не пишет сторонам писем")
@then("系统不向各方发信")
def no_letters(dispute: Dispute) -> None:
    assert dispute.case is not None
    assert dispute.policy is not None
    assert dispute.decision is not None
    for audience in audiences(dispute.policy)[:-1]:
        with pytest.raises(ReportError, match="ARB545"):
            report(dispute.decision, dispute.case, dispute.policy, audience=audience)
    assert report(dispute.decision, dispute.case, dispute.policy, audience="agent")


@then(say("the question {question:Name} is answered {answer:Answer}, {ground:Ground}"))
@then(say("на вопрос {question:Name} ответ {answer:Answer}, {ground:Ground}"))
@then(say("问题{question:Name}的答案是{answer:Answer}，{ground:Ground}"))
def answered(dispute: Dispute, question: str, answer: str, ground: str) -> None:
    found = {one["question"]: (one["answer"], one["by"]) for one in dispute.verdict["findings"]}
    assert found[question] == (answer, ground)


@then(say("{party:Party} had to show {question:Name}"))
@then(say("{question:Name} должен доказать {party:Party}"))
@then(say("{question:Name} должна доказать {party:Party}"))
@then(say("{question:Name}应由{party:Party}证明"))
def had_to_show(dispute: Dispute, question: str, party: str) -> None:
    found = {one["question"]: one["burden_on"] for one in dispute.verdict["findings"]}
    assert found[question] == party


@then(say("the argument {argument:Name} is set aside because of {rule:Name}"))
@then(say("довод {argument:Name} отклонён из-за {rule:Name}"))
@then(say("论据{argument:Name}因{rule:Name}未被采用"))
def set_aside(dispute: Dispute, argument: str, rule: str) -> None:
    found = [(d["argument"], d["by"]) for one in dispute.verdict["findings"] for d in one["defeated"]]
    assert (argument, rule) in found


@then(say("{party:Party} is asked for {kind:Kind}"))
@then(say("у {party:Party} запрашивают {kind:Kind}"))
@then(say("要求{party:Party}提交{kind:Kind}"))
def is_asked(dispute: Dispute, party: str, kind: str) -> None:
    assert (party, kind) in [(ask["party"], ask["kind"]) for ask in dispute.verdict["asks"]]


@then("nobody is asked for anything more")
@then("больше ни у кого ничего не запрашивают")
@then("不再要求任何人提交材料")
def nobody_is_asked(dispute: Dispute) -> None:
    assert dispute.verdict["asks"] == []


@then(say("{party:Party} has been heard"))
@then(say("{party:Party}: возражения выслушаны"))
@then(say("{party:Party}的意见已听取"))
def heard(dispute: Dispute, party: str) -> None:
    assert {one["party"]: one["heard"] for one in dispute.verdict["hearings"]}.get(party) is True


@then(say("{party:Party} has not been heard yet"))
@then(say("{party:Party}: возражения ещё не выслушаны"))
@then(say("{party:Party}的意见尚未听取"))
def not_heard(dispute: Dispute, party: str) -> None:
    assert {one["party"]: one["heard"] for one in dispute.verdict["hearings"]}.get(party) is False


@then(say("the promise {promise:Name} to {party:Party} is kept"))
@then(say("обещание {promise:Name} ({party:Party}) соблюдено"))
@then(say("对{party:Party}的承诺{promise:Name}已兑现"))
def promise_kept(dispute: Dispute, promise: str, party: str) -> None:
    assert {"id": promise, "to": party, "kept": True} in dispute.verdict["guarantees"]


@then(say("{party:Party} gets {measure:Measure} because of {rule:Name}"))
@then(say("{party:Party} получает {measure:Measure} по правилу {rule:Name}"))
@then(say("对{party:Party}的处理是{measure:Measure}，依据规则{rule:Name}"))
def gets_measure(dispute: Dispute, party: str, measure: str, rule: str) -> None:
    assert (rule, party, measure) in [(one["id"], one["to"], one["measure"]) for one in dispute.verdict["measures"]]


@then("no measure follows")
@then("мер никто не получает")
@then("不采取任何处理措施")
def no_measure(dispute: Dispute) -> None:
    assert dispute.verdict["measures"] == []


@then(say("{signal:Name} would have changed the decision"))
@then(say("{signal:Name} изменило бы решение"))
@then(say("如果有{signal:Name}，决定会不同"))
def would_have_changed(dispute: Dispute, signal: str) -> None:
    assert dispute.decision is not None
    assert dispute.case is not None
    assert dispute.policy is not None
    found = explain(dispute.decision, dispute.case, dispute.policy).counterfactuals
    alone = [one.changes[0].signal for one in found if len(one.changes) == 1 and one.changes[0].action == "add"]
    assert signal in alone


@then(say('the letter to {party:Party} says "{words}" and nowhere "{secret}"'))
@then(say("в письме ({party:Party}) есть «{words}» и нигде нет «{secret}»"))
@then(say("给{party:Party}的信中有“{words}”，通篇没有“{secret}”"))
def letter_says(dispute: Dispute, party: str, words: str, secret: str) -> None:
    assert dispute.decision is not None
    assert dispute.case is not None
    assert dispute.policy is not None
    language = "en" if words.isascii() else "zh" if any("\u4e00" <= sign <= "\u9fff" for sign in words) else "ru"
    text = report(dispute.decision, dispute.case, dispute.policy, audience=party, language=language, form="md").lower()
    assert words.lower() in text
    assert secret.lower() not in text
