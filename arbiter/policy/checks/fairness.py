"""ARB314: an amount that would pay twice. ARB315: a word that could carry alone. ARB316: a standard that is none."""

from arbiter.policy.dated import Strength
from arbiter.policy.formulas import ALREADY, AlreadyMadeGood, Fixed, parts_of
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems


def check_fairness(policy: Policy, problems: Problems) -> None:
    """What was made good already is deducted, one's word is at most slight, and a standard of proof is one."""
    for claim in policy.claims.values():
        for head in claim.heads:
            for formula in (head.amount, *(rule.amount for rule in head.what if rule.amount is not None)):
                operands = list(parts_of(formula.expression))
                nothing = isinstance(formula.expression, Fixed) and formula.expression.value == 0
                if formula.span in problems.spoilt:
                    continue  # told to be no amount of money at all
                if not nothing and not any(isinstance(operand, AlreadyMadeGood) for operand in operands):
                    message = f"amount `{formula.text}` pays again what is already made good"
                    problems.error("ARB314", message, formula.span, f"write `{formula.text} - {ALREADY}`")
    for signal in policy.signals.values():
        if signal.test.kind == "statement" and signal.strength > Strength.SLIGHT:
            message = f"signal `{signal.id}` lets a bare word weigh `{signal.strength.word}`"
            problems.error("ARB315", message, signal.span, "write `strength: slight`: a word alone never carries")
    for name, least in (("ordinary_at_least", int(Strength.MODERATE)), ("ordinary_lead", 1), ("clear_at_least", 3)):
        for value in policy.parameters[name].values if name in policy.parameters else ():
            if isinstance(value.value, int) and value.value < least:
                message = f"parameter `{name}` asks for less than proof"
                problems.error("ARB316", message, value.span, "an answer needs evidence that is moderate and ahead")
