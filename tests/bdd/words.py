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
        "客户",
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
        "the other side of the trade",
        "вторая сторона сделки",
        "второй стороны сделки",
        "второй стороне сделки",
        "卖家",
        "商家",
        "交易对方",
    ),
    "carrier": ("the carrier", "перевозчик", "перевозчика", "перевозчику", "物流公司"),
    "courier": ("the courier", "курьер", "курьера", "курьеру", "配送员"),
    "platform": (
        "the platform",
        "the exchange",
        "фонд площадки",
        "площадка",
        "площадки",
        "биржа",
        "биржи",
        "бирже",
        "平台",
        "交易所",
    ),
}
KINDS = {
    "handover": ("proof of the hand-over", "подтверждение вручения", "交付凭证"),
    "document": ("a document", "документ", "文件"),
    "tracking_event": ("its tracking data", "данные отслеживания", "物流记录"),
    "scan_place": ("the place of the scan", "место отметки", "扫描地点"),
    "statement": ("a statement", "объяснение", "情况说明"),
    "photo": ("a photo", "фотографию", "照片"),
    "message": ("a message", "сообщение", "消息"),
    "declaration": ("a signed statement", "подписанное заявление", "签字声明"),
    "courier_report": ("a report of the app", "отчёт приложения", "应用记录"),
}
RECIPIENTS = {
    "buyer": ("the buyer", "покупатель", "买家"),
    "household": ("someone in the household", "кто-то из домашних", "同住人"),
    "neighbour": ("a neighbour", "сосед", "邻居"),
}
ANSWERS = {
    "yes": ("yes", "«да»", "“是”"),
    "no": ("no", "«нет»", "“否”"),
    "unclear": ("unclear", "«неясно»", "“不清楚”"),
}
GROUNDS = {
    "evidence": ("by evidence", "по доказательствам", "有证据证实"),
    "burden": ("by burden", "по бремени доказывания", "因举证不成"),
    "otherwise": ("by what is on record", "по учётным данным", "有记录可查"),
    "undisputed": ("because nobody disputes it", "потому что спора нет", "没有争议"),
}
DESKS = {
    "payments": ("the payments desk", "отдел платежей", "支付组"),
    "sellers": ("the sellers desk", "отдел продавцов", "卖家服务组"),
    "logistics": ("the logistics desk", "отдел логистики", "物流组"),
    "warranty": ("the warranty desk", "отдел гарантии", "售后保修组"),
    "safety": ("the safety desk", "отдел безопасности", "安全组"),
}
MEASURES = {
    "exemption": ("an exemption", "освобождение от баллов", "免除扣分"),
    "commendation": ("a commendation", "благодарность", "表扬"),
    "note": ("a note", "пометку", "备注"),
    "warning": ("a warning", "предупреждение", "警告"),
    "points": ("points", "баллы", "扣分"),
    "payout_hold": ("a hold on payouts", "задержку выплат", "暂停结算"),
    "listing_removal": ("the removal of a listing", "удаление объявления", "下架商品"),
    "suspension": ("a suspension", "приостановку", "暂停账号"),
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
