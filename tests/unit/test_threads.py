"""Deciding from many threads at once: one loaded policy, no shared state that a thread could see half made.

A support desk decides thousands of cases at the same time; the engine behind it keeps tables of its own.
"""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from arbiter import CaseFile, Decision, Policy, decide, load_policy

Example = Callable[[int], tuple[CaseFile, Policy, Decision]]
ROOT = Path(__file__).resolve().parents[2]
THREADS = 8
CASES = 500


def many_cases(example: Example) -> list[tuple[CaseFile, Policy]]:
    """Five hundred different cases: the six examples under other numbers, so that no two have the same bytes."""
    cases = []
    for number in range(CASES):
        case, policy, _ = example(1 + number % 6)
        cases.append((case.model_copy(update={"case": f"C-{number}"}), policy))
    return cases


def test_threads_decide_as_one_would(example: Example) -> None:
    """Eight threads each decide all five hundred cases, each from another place on, and all get the same bytes."""
    cases = many_cases(example)
    alone = [decide(case, policy).content for case, policy in cases]
    assert len(set(alone)) == CASES, "the cases differ, so a result in the wrong place would show"
    start = Barrier(THREADS)

    def decide_all(thread: int) -> list[bytes]:
        start.wait()
        found: list[bytes] = [b""] * CASES
        for step in range(CASES):
            # Each begins elsewhere, so that at any moment different policies and questions are matched.
            place = (step + thread * CASES // THREADS) % CASES
            case, policy = cases[place]
            found[place] = decide(case, policy).content
        return found

    with ThreadPoolExecutor(THREADS) as pool:
        for found in pool.map(decide_all, range(THREADS)):
            assert found == alone


def test_a_first_decision_may_come_from_many_threads(example: Example, tmp_path: Path) -> None:
    """What is prepared on first use is prepared once, or harmlessly twice: rules nobody used yet, eight threads."""
    case, _, _ = example(3)
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    parameters = tmp_path / "rules" / "parcel" / "parameters.yaml"
    # A number that no other test uses makes rules that no engine of this process has seen.
    parameters.write_text(parameters.read_text(encoding="utf-8").replace(": 150", ": 147"), encoding="utf-8")
    policy = load_policy(tmp_path / "rules" / "parcel")
    start = Barrier(THREADS)

    def decide_once(_: int) -> bytes:
        start.wait()
        return decide(case, policy).content

    with ThreadPoolExecutor(THREADS) as pool:
        assert set(pool.map(decide_once, range(THREADS))) == {decide(case, policy).content}
