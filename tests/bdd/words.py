"""How the specs name things, in every language: amounts, days, parties, kinds of evidence, answers.

A word that is not here makes a step that nobody defined, and that fails loudly.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial
from re import IGNORECASE, escape, fullmatch
from typing import Any

from parse import with_pattern
from pytest_bdd import parsers

MONTHS = (
    ("January", "января"), ("February", "февраля"), ("March", "марта"), ("April", "апреля"), ("May", "мая"),
    ("June", "июня"), ("July", "июля"), ("August", "августа"), ("September", "сентября"), ("October", "октября"),
    ("November", "ноября"), ("December", "декабря"),
)  # fmt: skip
# Russian names stand in the case that the sentence needs.
PARTIES = {
    "buyer": (
        "the buyer",
        "the customer",
        "покупатель",
        "покупателя",
        "покупателю",
        "клиент",
        "клиента",
        "клиенту",
        "买家",
        "顾客",
    ),
    "seller": (
        "the seller",
        "the kitchen",
        "продавец",
        "продавца",
        "продавцу",
        "кухня",
        "кухни",
        "кухне",
        "卖家",
        "商家",
    ),
    "carrier": ("the carrier", "перевозчик", "перевозчика", "перевозчику", "物流公司"),
    "courier": ("the courier", "курьер", "курьера", "курьеру", "配送员"),
    "platform": ("the platform", "фонд площадки", "площадка", "площадки", "平台"),
}
KINDS = {
    "handover": ("proof of the hand-over", "подтверждение вручения", "交付凭证"),
    "document": ("a document", "документ", "文件"),
    "tracking_event": ("its tracking data", "данные отслеживания", "物流记录"),
    "scan_place": ("the place of the scan", "место отметки", "扫描地点"),
    "statement": ("a statement", "объяснение", "情况说明"),
    "photo": ("a photo", "фотографию"),
    "message": ("a message", "сообщение"),
    "declaration": ("a signed statement", "подписанное заявление"),
    "courier_report": ("a report of the app", "отчёт приложения"),
}
RECIPIENTS = {
    "buyer": ("the buyer", "покупатель", "买家"),
    "household": ("someone in the household", "кто-то из домашних", "同住人"),
    "neighbour": ("a neighbour", "сосед"),
}
ANSWERS = {
    "yes": ("yes", "«да»", "“是”"),
    "no": ("no", "«нет»", "“否”"),
    "unclear": ("unclear", "«неясно»", "“不清楚”"),
}
GROUNDS = {
    "evidence": ("by evidence", "по доказательствам", "有证据证实"),
    "burden": ("by burden", "по бремени доказывания", "因举证不成"),
    "otherwise": ("by what is on record", "по учётным данным"),
    "undisputed": ("because nobody disputes it", "потому что спора нет"),
}
DESKS = {
    "payments": ("the payments desk", "отдел платежей", "支付组"),
    "sellers": ("the sellers desk", "отдел продавцов", "卖家服务组"),
    "logistics": ("the logistics desk", "отдел логистики", "物流组"),
    "warranty": ("the warranty desk", "отдел гарантии"),
    "safety": ("the safety desk", "отдел безопасности"),
}
MEASURES = {
    "exemption": ("an exemption", "освобождение от баллов"),
    "commendation": ("a commendation", "благодарность"),
    "note": ("a note", "пометку"),
    "warning": ("a warning", "предупреждение"),
    "points": ("points", "баллы"),
    "payout_hold": ("a hold on payouts", "задержку выплат"),
    "listing_removal": ("the removal of a listing", "удаление объявления"),
    "suspension": ("a suspension", "приостановку"),
}


def _one_of(names: Mapping[str, tuple[str, ...]]) -> Any:
    """A type of step arguments: the words of one list, read as what they stand for."""
    meaning = {word.lower(): name for name, words in names.items() for word in words}
    longest_first = sorted(meaning, key=len, reverse=True)

    @with_pattern("|".join(escape(word) for word in longest_first))
    def read(text: str) -> str:
        return meaning[text.lower()]

    return read


@with_pattern(r"\d+[.,]\d\d [A-Z]{3}")
def _amount(text: str) -> str:
    return text.replace(",", ".")


@with_pattern(r"\d{4}年\d+月\d+日|\d+ \w+ \d{4}")
def _day(text: str) -> date:
    chinese = fullmatch(r"(\d{4})年(\d+)月(\d+)日", text)
    if chinese is not None:
        year, month_number, day = (int(part) for part in chinese.groups())
        return date(year, month_number, day)
    found = fullmatch(r"(\d+) (\w+) (\d{4})", text)
    assert found is not None
    (month,) = [
        number
        for number, names in enumerate(MONTHS, start=1)
        if any(fullmatch(name, found[2], IGNORECASE) for name in names)
    ]
    return date(int(found[3]), month, int(found[1]))


@with_pattern(r"[a-z][a-z0-9_-]*")
def _name(text: str) -> str:
    return text


@with_pattern("|".join([*(escape(word) for words in ANSWERS.values() for word in words), r"[a-z][a-z0-9_]*"]))
def _answer(text: str) -> str:
    """Yes, no, unclear, or the name of an answer of the question's own."""
    return next((name for name, words in ANSWERS.items() if text in words), text)


TYPES = {
    "Amount": _amount,
    "Day": _day,
    "Name": _name,
    "Party": _one_of(PARTIES),
    "Kind": _one_of(KINDS),
    "Recipient": _one_of(RECIPIENTS),
    "Answer": _answer,
    "Ground": _one_of(GROUNDS),
    "Desk": _one_of(DESKS),
    "Measure": _one_of(MEASURES),
}
say = partial(parsers.parse, extra_types=TYPES)
