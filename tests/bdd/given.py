"""What is on record before anyone claims anything, in the words of the specs."""

from datetime import date

import pytest
from pytest_bdd import given

from tests.bdd.builder import ACCEPTED, DELIVERED, Dispute, at, metres_north
from tests.bdd.words import say


@pytest.fixture
def dispute(policy_of) -> Dispute:
    """The dispute that the scenario tells."""
    return Dispute(policy_of)


@given(say("today is {day:Day}"))
@given(say("сегодня {day:Day}"))
@given(say("今天是{day:Day}"))
def today(dispute: Dispute, day: date) -> None:
    dispute.today = day


@given(say("an order of {amount:Amount} placed on {day:Day}"))
@given(say("заказ на {amount:Amount} от {day:Day}"))
@given(say("{day:Day}的订单金额为{amount:Amount}"))
def order(dispute: Dispute, amount: str, day: date) -> None:
    dispute.place_order("parcel", amount, day)


@given(say("a meal order of {amount:Amount} placed on {day:Day}"))
@given(say("заказ еды на {amount:Amount} от {day:Day}"))
def meal_order(dispute: Dispute, amount: str, day: date) -> None:
    dispute.place_order("meal", amount, day)


@given(say('the case "{folder}"'))
@given(say("дело «{folder}»"))
@given(say("案件“{folder}”"))
def example(dispute: Dispute, folder: str) -> None:
    dispute.open(folder)


@given("a signature was ordered")
@given("подпись была заказана")
def signature_ordered(dispute: Dispute) -> None:
    dispute.order["signature_requested"] = "requested"


@given("no signature was ordered")
@given("подпись не заказана")
@given("下单时没有要求签名")
def no_signature_ordered(dispute: Dispute) -> None:
    dispute.order["signature_requested"] = "not_requested"


@given("the carrier scanned the parcel as accepted")
@given("перевозчик отметил приём посылки")
@given("物流公司扫描揽收了包裹")
def accepted(dispute: Dispute) -> None:
    dispute.add("tracking_event", "carrier", code="accepted", at=at(ACCEPTED))


@given("the carrier scanned the parcel as delivered at the address")
@given("перевозчик отметил вручение по адресу")
@given("物流公司在收货地址扫描送达")
def delivered(dispute: Dispute) -> None:
    dispute.add("tracking_event", "carrier", code="delivered", at=at(DELIVERED), place=metres_north(0))


@given(say("the carrier scanned the parcel as delivered {distance:d} m from the address"))
@given(say("перевозчик отметил вручение в {distance:d} м от адреса"))
@given(say("物流公司在距收货地址{distance:d}米处扫描送达"))
def delivered_elsewhere(dispute: Dispute, distance: int) -> None:
    dispute.add("tracking_event", "carrier", code="delivered", at=at(DELIVERED), place=metres_north(distance))


@given("the carrier reported that it never received the parcel")
@given("перевозчик сообщил, что посылка к нему не поступала")
@given("物流公司报告从未收到包裹")
def never_received(dispute: Dispute) -> None:
    dispute.add("tracking_event", "carrier", code="not_received", at=at(DELIVERED))


@given(say("{recipient:Recipient} signed for the parcel"))
@given(say("за посылку расписался {recipient:Recipient}"))
@given(say("{recipient:Recipient}签收了包裹"))
def signed(dispute: Dispute, recipient: str) -> None:
    dispute.add("handover", "carrier", proof="signature", recipient=recipient, at=at(DELIVERED, "12:01:00"))


@given("an employee read a posting receipt sent by the seller")
@given("сотрудник прочитал почтовую квитанцию продавца")
@given("工作人员核对了卖家提交的寄件回执")
def posting_receipt(dispute: Dispute) -> None:
    photo = dispute.add("photo", "seller")
    dispute.add("reading", "platform", of=photo, by="operator", says="posting_receipt")


@given("the courier app placed the courier at a hospital")
@given("приложение показало курьера в больнице")
def at_hospital(dispute: Dispute) -> None:
    placed = date.fromisoformat(dispute.order["placed_at"][:10])
    dispute.add("courier_report", "platform", code="incident", place="hospital", at=at(placed, "19:52:00"))


@given("an employee read a note from a hospital sent by the courier")
@given("сотрудник прочитал справку из больницы, присланную курьером")
def hospital_note(dispute: Dispute) -> None:
    document = dispute.add("document", "courier", issuer="St. Elisabeth Hospital", title="Admission note")
    dispute.add("reading", "platform", of=document, by="operator", says="hospital_note")


@given(say("{party:Party} was shown the evidence and asked for {kind:Kind}, and gave no answer by {day:Day}"))
@given(say("{party:Party} показали доказательства и запросили {kind:Kind}, ответа до {day:Day} нет"))
@given(say("已把证据发给{party:Party}并要求提交{kind:Kind}，到{day:Day}仍未答复"))
def shown_and_silent(dispute: Dispute, party: str, kind: str, day: date) -> None:
    dispute.notify(party, kind, day, answered=False, shown=True)


@given(say("{party:Party} was shown the evidence and asked for {kind:Kind}, and answered"))
@given(say("{party:Party} показали доказательства и запросили {kind:Kind}, ответ получен"))
@given(say("已把证据发给{party:Party}并要求提交{kind:Kind}，已收到答复"))
def shown_and_answered(dispute: Dispute, party: str, kind: str) -> None:
    dispute.notify(party, kind, date(2026, 3, 19), answered=True, shown=True)


@given(say("{party:Party} was asked for {kind:Kind}, and gave no answer by {day:Day}"))
@given(say("у {party:Party} запросили {kind:Kind}, ответа до {day:Day} нет"))
def asked_and_silent(dispute: Dispute, party: str, kind: str, day: date) -> None:
    dispute.notify(party, kind, day, answered=False, shown=False)


@given(say("{party:Party} was asked for {kind:Kind}, and answered"))
@given(say("у {party:Party} запросили {kind:Kind}, ответ получен"))
def asked_and_answered(dispute: Dispute, party: str, kind: str) -> None:
    dispute.notify(party, kind, date(2026, 3, 19), answered=True, shown=False)
