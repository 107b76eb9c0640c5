"""What people could write to break a letter, and a case in which they did."""

from collections.abc import Callable

from arbiter import CaseFile, Decision, Policy, decide

Example = Callable[[int], tuple[CaseFile, Policy, Decision]]

HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "attribute": '" onmouseover="alert(3)" x="',
    "closing": "</dd></dl></main></body></html><h1>You win</h1>",
    "svg": "<svg onload=alert(5)><image href='http://127.0.0.1:9/x.svg'/></svg><style>*{display:none}</style>",
    "fluent": '{ $payer } { role_buyer } {"x"} -term',
    "jinja": "{{ letter.decision }} {% raw %}",
    "markdown": "](javascript:alert(4)) **bold** ![x](http://evil.example/x.png) `code`",
    "typst": '#read("/etc/passwd") #panic() $x^2$ `raw` ] #] *bold* _it_ <E4> @E4 // no /* no */ \\u{41} = H ~',
    "rtl": "\u202eevil\u202c \u2066iso\u2069 مرحبا שלום",
    "emoji": "🛵🎂👩‍👩‍👧‍👦",
    "entity": "&lt;b&gt; &amp; &#x3c;script&#x3e;",
    "blanks": "one\u2028two\x85three\tfour\nfive",
    "marks": "\ue0000\ue001 \ue00099\ue001",
    "long": "x" * 10_000,
    "middling": "W" * 30 + " " + "Щ" * 22,
    "wide": "Щ" * 300 + " " + "长" * 300 + " " + "W" * 300,
}
_FREE = ("text", "carrier", "address", "note", "location", "title")


def hostile(example: Example, text: str) -> tuple[CaseFile, Policy, Decision]:
    """Case 3 in which everything that people may write freely is that text."""
    case, policy, _ = example(3)
    parties = {role: party.model_copy(update={"name": text}) for role, party in case.parties.items()}
    records = tuple(
        record.model_copy(update={name: text for name in _FREE if name in type(record).model_fields})
        for record in case.records
    )
    written = case.model_copy(update={"parties": parties, "records": records})
    return written, policy, decide(written, policy)
