"""Reading decision tables: CSV files whose rows are rules, in the same cell syntax as conditions.

The first line names the columns: tests (`order.total`, a question), `amount`, `bearer`, `clause`, `over`. Each further
line is a rule; an empty cell or `-` tests nothing. A row becomes the nodes that a rule in YAML would have been, so
everything that is said about rules is said about rows, with the cell's place.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from arbiter.policy.parse.reader import Problems, Scope, meant
from evidence import Span
from evidence.source import Mapping, Node, Scalar, Sequence

MAX_ROWS = 2000
NOTHING = ("", "-")
_RESULTS = {"what": ("amount", "clause", "over"), "who": ("bearer", "clause", "over")}
_PARAMETER = ("parameter", "unit", "clause", "from", "until", "region", "value")
_LISTS = ("over",)


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a table: its cells by column, and where it begins."""

    cells: dict[str, Scalar]
    span: Span


def read_table(scope: Scope, name: Scalar, key: str) -> list[tuple[Node, str]]:
    """The rows of a table as rules of a head, each with the name under which its sentence stands."""
    found = scope.tables.get(name.text)
    if found is None:
        cure = meant(name.text, scope.tables) if scope.tables else f"write `{key}: [{{…}}]`, or add it to `tables/`"
        scope.problems.error("ARB301", f"no table is called `{name.text}`", name.span, cure)
        return []
    shown, text = found
    results = _RESULTS[key]
    wording = name.text.removesuffix(".csv").replace("_", "-")
    rules: list[tuple[Node, str]] = []
    for number, row in enumerate(_rows(scope.problems, shown, text), 1):
        filled = tuple(
            (_key(column, cell.span), _value(cell))
            for column, cell in row.cells.items()
            if column not in results and cell.text not in NOTHING
        )
        entries: list[tuple[Scalar, Node]] = [(_key("id", row.span), _key(f"{wording}-{number}", row.span))]
        entries.append((_key("if", row.span), Mapping(filled, row.span)))
        for column in results:
            cell = row.cells.get(column)
            if cell is not None and cell.text not in NOTHING:
                value = _listed(cell) if column in _LISTS else cell
                entries.append((_key(column, cell.span), value))
        rules.append((Mapping(tuple(entries), row.span), wording))
    return rules


def read_parameter_table(problems: Problems, shown: str, text: str) -> Mapping | None:
    """The rows of `parameters.csv` as the map that `parameters.yaml` would have been."""
    parameters: dict[str, list[tuple[Scalar, Node]]] = {}
    names: dict[str, Scalar] = {}
    for row in _rows(problems, shown, text, _PARAMETER):
        name = row.cells["parameter"]
        entries = parameters.setdefault(name.text, [])
        names.setdefault(name.text, name)
        for column in ("unit", "clause"):
            known = next((value for key, value in entries if key.text == column), None)
            if known is None:
                entries.append((_key(column, row.cells[column].span), row.cells[column]))
            elif isinstance(known, Scalar) and known.text != row.cells[column].text:
                message = f"parameter `{name.text}` has two values in column `{column}`"
                related = ("the first here", known.span)
                problems.error("ARB238", message, row.cells[column].span, "write the same in each of its rows", related)
        until, region = row.cells["until"].text, row.cells["region"].text
        period = f"from {row.cells['from'].text}"
        period += f" until {until}" if until not in NOTHING else ""
        period += f" in {region}" if region not in NOTHING else ""
        entries.append((_key(period, row.cells["from"].span), row.cells["value"]))
    if not names:
        return None
    return Mapping(tuple((name, Mapping(tuple(parameters[key]), name.span)) for key, name in names.items()),
                   Span(shown, 1, 1, 1))  # fmt: skip


def _key(text: str, span: Span) -> Scalar:
    return Scalar(text, False, span)


def _value(cell: Scalar) -> Node:
    """A cell as the value of a test: `[a, b]` is a list."""
    if cell.text.startswith("[") and cell.text.endswith("]"):
        return _listed(Scalar(cell.text[1:-1], True, cell.span))
    return cell


def _listed(cell: Scalar) -> Sequence:
    words = [word.strip() for word in cell.text.split(",")]
    return Sequence(tuple(Scalar(word, True, cell.span) for word in words if word), cell.span)


def _rows(problems: Problems, shown: str, text: str, wanted: tuple[str, ...] = ()) -> Iterator[_Row]:
    """The rows of a table; what is wrong with its shape is told."""
    columns: list[str] = []
    count = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        whole = Span(shown, number, 1, max(1, len(line)))
        cells = _cells(line, shown, number)
        if cells is None:
            problems.error("ARB238", "a quoted cell is not closed", whole, 'write it like `"> 50.00 EUR"`, on one line')
            return
        if not columns:
            columns = [cell.text for cell in cells]
            if not _columns_sound(problems, columns, cells, whole, wanted):
                return
            continue
        count += 1
        if count > MAX_ROWS:
            problems.error("ARB238", f"the table has more than {MAX_ROWS} rows", whole, "split it")
            return
        if len(cells) != len(columns):
            message = f"the row has {len(cells)} cells, the table {len(columns)} columns"
            problems.error("ARB238", message, whole, "put a cell that holds a comma in quotes")
            continue
        yield _Row(dict(zip(columns, cells, strict=True)), whole)
    if not count:
        message = f"the table `{shown.rpartition('/')[2]}` has no rows"
        problems.error("ARB238", message, Span(shown, 1, 1, 1), "write a line of columns, and below it a line a rule")


def _columns_sound(
    problems: Problems, columns: list[str], cells: list[Scalar], line: Span, wanted: tuple[str, ...]
) -> bool:
    before = len(problems.found)
    for number, cell in enumerate(cells):
        if not cell.text:
            problems.error("ARB238", "a column has no name", cell.span, "name what its cells test")
        elif cell.text in columns[:number]:
            problems.error("ARB238", f"column `{cell.text}` stands twice", cell.span, "keep one")
        elif wanted and cell.text not in wanted:
            problems.error("ARB238", f"unknown column `{cell.text}`", cell.span, meant(cell.text, wanted))
    for name in wanted:
        if name not in columns:
            problems.error("ARB238", f"the table has no column `{name}`", line, "columns: " + ", ".join(wanted))
    return len(problems.found) == before


def _cells(line: str, shown: str, number: int) -> list[Scalar] | None:
    """The cells of a line (RFC 4180, a cell in one line), each with its place; None if a quote is not closed."""
    cells: list[Scalar] = []
    at = 0
    while True:
        start = at + len(line[at:]) - len(line[at:].lstrip(" "))
        if line[start : start + 1] == '"':
            end = start + 1
            parts = []
            while True:
                close = line.find('"', end)
                if close < 0:
                    return None
                parts.append(line[end:close])
                if line[close + 1 : close + 2] != '"':
                    break
                parts.append('"')
                end = close + 2
            text, quoted = "".join(parts), True
            comma = line.find(",", close)
        else:
            comma = line.find(",", start)
            text, quoted = line[start : comma if comma >= 0 else len(line)].strip(), False
        width = max(1, len(text) + 2 * quoted)
        cells.append(Scalar(text.strip(), quoted, Span(shown, number, start + 1, width)))
        if comma < 0:
            return cells
        at = comma + 1
