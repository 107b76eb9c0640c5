"""Amounts that would pay twice: for what was made good already, or once for each part of the order."""

from collections.abc import Callable

import pytest

from arbiter.loading import check_policy

AMOUNT = "amount: order.price - already_made_good"


def told(amount: str, change: Callable[[str, str, str], None]) -> set[str]:
    """The errors of the good pack with another amount."""
    change("shop/claims/missing.yaml", AMOUNT, f'amount: "{amount}"')
    return {one.code for one in check_policy("shop")[1] if one.severity == "error"}


@pytest.mark.parametrize(
    "amount",
    [
        "max(order.price - already_made_good, 0)",
        "min(order.price - already_made_good, 50.00 EUR - already_made_good)",
        "50% * order.price - already_made_good",
        "(2 * order.price - 2 * already_made_good) / 2",
        "order.price - (already_made_good - order.delivery_fee)",
    ],
)
def test_what_was_made_good_is_deducted_once(amount: str, change: Callable[[str, str, str], None]) -> None:
    assert told(amount, change) == set()


@pytest.mark.parametrize(
    "amount",
    [
        "order.price - 2 * already_made_good",
        "50% * (order.price - already_made_good)",
        "(order.price - already_made_good) / 2",
        "order.price - (order.delivery_fee - already_made_good)",
        "min(order.price, claim.amount - already_made_good)",
        "max(order.price - already_made_good, 10.00 EUR)",
        "(order.price - already_made_good) * (order.price / order.total)",
        "order.price - already_made_good * 0",
    ],
)
def test_what_was_made_good_is_not_deducted_once(amount: str, change: Callable[[str, str, str], None]) -> None:
    """Half of it, all of it twice, or only in one case of two."""
    assert told(amount, change) == {"ARB314"}


def by_items(change: Callable[[str, str, str], None]) -> None:
    """Whether it arrived is settled item by item."""
    change("shop/questions/arrived.yaml", "must_show: {shop: yes}", "scope: item\nmust_show: {shop: yes}")


@pytest.mark.parametrize(
    ("amount", "codes"),
    [
        ("item.price - already_made_good", set()),
        ("order.delivery_fee * (item.price / order.price) - already_made_good", set()),
        ("10.00 EUR - already_made_good", set()),
        ("item.price - already_made_good\n    cap: order.delivery_fee", set()),
        ("order.delivery_fee - already_made_good", {"ARB245"}),
        ("10.00 EUR + order.delivery_fee - already_made_good", {"ARB245"}),
    ],
)
def test_a_sum_of_the_order_in_a_head_of_parts(
    amount: str, codes: set[str], change: Callable[[str, str, str], None]
) -> None:
    """What names the part, or no sum of the order, is meant for each part; a limit is one for each part."""
    by_items(change)
    change("shop/claims/missing.yaml", AMOUNT, f"amount: {amount}")
    assert {one.code for one in check_policy("shop")[1]} == codes


def test_a_rule_of_a_head_of_parts(change: Callable[[str, str, str], None]) -> None:
    """The amount of the head is not looked at where every rule has its own."""
    by_items(change)
    refund = "{id: refund, if: {arrived: no}, clause: S-5}"
    change(
        "shop/claims/missing.yaml",
        refund,
        refund.replace(", clause", ", amount: item.price - already_made_good, clause"),
    )
    assert {one.code for one in check_policy("shop")[1]} == set()


def test_the_whole_order_in_a_head_of_its_own(change: Callable[[str, str, str], None]) -> None:
    """Whether it was sent concerns the whole order: the fee is paid once."""
    by_items(change)
    change("shop/claims/missing.yaml", AMOUNT, "amount: item.price - already_made_good")
    change(
        "shop/claims/missing.yaml",
        "measures:",
        "  fee:\n    to: customer\n    amount: order.delivery_fee - already_made_good\n"
        "    what: [{id: refund, if: {sent: no}, clause: S-5}, {id: keep, if: {sent: yes}, amount: 0, clause: S-5}]\n"
        "    who: [{id: shop-bears, bearer: shop, if: {sent: no}, clause: S-5}]\nmeasures:",
    )
    codes = {one.code for one in check_policy("shop")[1]}
    assert codes <= {"ARB321"}, "only its sentences are missing"
