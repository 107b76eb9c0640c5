"""What a decision would be if the case, or a parameter of the policy, were different: decided again, and compared.

Nothing is written. The decision is verified first, so that what is compared is the decision that was made.
"""

from arbiter.what_if.changes import AddRecord, Change, RemoveRecord, SetField, SetParameter, WhatIfError
from arbiter.what_if.differences import Difference, RuleChange
from arbiter.what_if.trying import WhatIf, what_if

__all__ = [
    "AddRecord",
    "Change",
    "Difference",
    "RemoveRecord",
    "RuleChange",
    "SetField",
    "SetParameter",
    "WhatIf",
    "WhatIfError",
    "what_if",
]
