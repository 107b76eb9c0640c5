"""What someone claims; the case is then decided."""

from datetime import date

from pytest_bdd import when

from tests.bdd.builder import CLAIMED, Dispute
from tests.bdd.words import say


@when("the buyer claims that nothing came")
@when("покупатель заявляет, что ничего не пришло")
@when("买家提出没有收到包裹")
def nothing_came(dispute: Dispute) -> None:
    dispute.decide("not_received", "buyer", dispute.order["price"], CLAIMED)


@when(say("the buyer claims {amount:Amount} because nothing came"))
@when(say("покупатель требует {amount:Amount}, потому что ничего не пришло"))
def claims_amount(dispute: Dispute, amount: str) -> None:
    dispute.decide("not_received", "buyer", amount, CLAIMED)


@when("the courier appeals against points for cancelling")
@when("курьер обжалует баллы за отмену")
def appeals(dispute: Dispute) -> None:
    dispute.decide("courier_cancelled", "courier", None, date.fromisoformat(dispute.order["placed_at"][:10]))


@when("the case is decided")
@when("по делу принято решение")
@when("案件作出决定")
def case_is_decided(dispute: Dispute) -> None:
    dispute.decide_case()


@when(say("claim {claim} of the case is decided"))
@when(say("по требованию {claim} принято решение"))
@when(say("案件中的申请{claim}作出决定"))
def claim_is_decided(dispute: Dispute, claim: str) -> None:
    dispute.decide_case(claim)
