"""A statement of reasons as the transparency database of the DSA takes it: its fields, their words and their limits.

The names and limits are those of the database's programming interface, version 2, as its documentation and source had
them on the day below. Owns the shape only; what a decision puts into it is in `dsa_statement`.
"""

from datetime import date
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from arbiter.policy.profiles import CATEGORIES

CHECKED = date(2026, 11, 25)
TITLE = "Statements of reasons for the transparency database of the Digital Services Act, version 2 of its interface"
SCHEMA = "dsa-statements.schema.json"
FACTS_MOST, EXPLANATION_MOST, SHORT_MOST = 5000, 2000, 500

# The database takes the countries of the European Economic Area, two letters each.
Country = Literal[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT",
    "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
]  # fmt: skip
COUNTRIES: tuple[Country, ...] = get_args(Country)
Visibility = Literal[
    "DECISION_VISIBILITY_CONTENT_REMOVED", "DECISION_VISIBILITY_CONTENT_DISABLED",
    "DECISION_VISIBILITY_CONTENT_DEMOTED", "DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED",
    "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED", "DECISION_VISIBILITY_CONTENT_LABELLED",
    "DECISION_VISIBILITY_OTHER",
]  # fmt: skip
ContentType = Literal[
    "CONTENT_TYPE_APP", "CONTENT_TYPE_AUDIO", "CONTENT_TYPE_IMAGE", "CONTENT_TYPE_PRODUCT",
    "CONTENT_TYPE_SYNTHETIC_MEDIA", "CONTENT_TYPE_TEXT", "CONTENT_TYPE_VIDEO", "CONTENT_TYPE_OTHER",
]  # fmt: skip
Short = Annotated[str, Field(min_length=1, max_length=SHORT_MOST)]
Explanation = Annotated[str, Field(min_length=1, max_length=EXPLANATION_MOST)]
_FIRST_DAY, _FIRST_CONTENT = date(2020, 1, 1), date(2000, 1, 1)
_RESTRICTIONS = ("decision_visibility", "decision_monetary", "decision_provision", "decision_account")
_ENDS = (
    "end_date_visibility_restriction", "end_date_monetary_restriction", "end_date_service_restriction",
    "end_date_account_restriction",
)  # fmt: skip


class Statement(BaseModel):
    """One statement: one measure of one decision. What is None is left out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    decision_visibility: tuple[Visibility, ...] | None = Field(
        None, min_length=1, description="How the visibility of an item is restricted."
    )
    decision_visibility_other: Short | None = Field(None, description="Which other restriction, in words.")
    decision_monetary: (
        Literal["DECISION_MONETARY_SUSPENSION", "DECISION_MONETARY_TERMINATION", "DECISION_MONETARY_OTHER"] | None
    ) = Field(None, description="How payments are restricted.")
    decision_monetary_other: Short | None = Field(None, description="Which other restriction, in words.")
    decision_provision: (
        Literal[
            "DECISION_PROVISION_PARTIAL_SUSPENSION", "DECISION_PROVISION_TOTAL_SUSPENSION",
            "DECISION_PROVISION_PARTIAL_TERMINATION", "DECISION_PROVISION_TOTAL_TERMINATION",
        ] | None
    ) = Field(None, description="How the service is restricted.")  # fmt: skip
    decision_account: Literal["DECISION_ACCOUNT_SUSPENDED", "DECISION_ACCOUNT_TERMINATED"] | None = Field(
        None, description="What happens to the account."
    )
    account_type: Literal["ACCOUNT_TYPE_BUSINESS", "ACCOUNT_TYPE_PRIVATE"] | None = Field(
        None, description="Whose account it is."
    )
    decision_facts: Annotated[str, Field(min_length=1, max_length=FACTS_MOST)] = Field(
        description="The facts and circumstances relied on, without personal data."
    )
    decision_ground: Literal["DECISION_GROUND_ILLEGAL_CONTENT", "DECISION_GROUND_INCOMPATIBLE_CONTENT"] = Field(
        description="Whether the law or the contract is the ground."
    )
    decision_ground_reference_url: Short | None = Field(None, description="The address of the contract or the law.")
    illegal_content_legal_ground: Short | None = Field(None, description="The law relied on.")
    illegal_content_explanation: Explanation | None = Field(None, description="Why the content is illegal.")
    incompatible_content_ground: Short | None = Field(None, description="The clause of the contract relied on.")
    incompatible_content_explanation: Explanation | None = Field(
        None, description="Why the content is incompatible with it."
    )
    incompatible_content_illegal: Literal["Yes", "No"] | None = Field(
        None, description="Whether it is held to be illegal as well."
    )
    category: str = Field(
        description="What kind of infringement it is.",
        json_schema_extra={"enum": [f"STATEMENT_CATEGORY_{one.upper()}" for one in CATEGORIES]},
    )
    content_type: tuple[ContentType, ...] = Field(min_length=1, description="What kind of content is concerned.")
    content_type_other: Short | None = Field(None, description="Which other kind, in words.")
    content_language: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = Field(
        None, description="The language of the content, ISO 639-1 in capitals."
    )
    content_date: date = Field(description="The day on which the content was posted, 2000-01-01 or later.")
    territorial_scope: tuple[Country, ...] = Field(min_length=1, description="Where the restriction holds.")
    application_date: date = Field(description="The day from which the decision holds, 2020-01-01 or later.")
    end_date_visibility_restriction: date | None = Field(None, description="Its last day; absent: no end is set.")
    end_date_monetary_restriction: date | None = Field(None, description="Its last day; absent: no end is set.")
    end_date_service_restriction: date | None = Field(None, description="Its last day; absent: no end is set.")
    end_date_account_restriction: date | None = Field(None, description="Its last day; absent: no end is set.")
    source_type: Literal[
        "SOURCE_ARTICLE_16", "SOURCE_TRUSTED_FLAGGER", "SOURCE_TYPE_OTHER_NOTIFICATION", "SOURCE_VOLUNTARY"
    ] = Field(description="What brought it up.")
    automated_detection: Literal["Yes", "No"] = Field(description="Whether a program found it.")
    automated_decision: Literal[
        "AUTOMATED_DECISION_FULLY", "AUTOMATED_DECISION_PARTIALLY", "AUTOMATED_DECISION_NOT_AUTOMATED"
    ] = Field(description="How far programs decided.")
    puid: Annotated[str, Field(pattern="^[A-Za-z0-9_-]{1,500}$")] = Field(
        description="By what the marketplace finds the statement again: the decision's digest and the measure."
    )

    @model_validator(mode="after")
    def _as_the_database_has_it(self) -> Self:
        """What the database checks across fields."""
        if all(getattr(self, name) is None for name in _RESTRICTIONS):
            raise ValueError("no restriction is named")
        if self.category not in {f"STATEMENT_CATEGORY_{one.upper()}" for one in CATEGORIES}:
            raise ValueError(f"unknown category `{self.category}`")
        contractual = self.decision_ground == "DECISION_GROUND_INCOMPATIBLE_CONTENT"
        needed = "incompatible_content_ground" if contractual else "illegal_content_legal_ground"
        reason = "incompatible_content_explanation" if contractual else "illegal_content_explanation"
        if getattr(self, needed) is None or getattr(self, reason) is None:
            raise ValueError(f"`{needed}` and `{reason}` go with this ground")
        if ("CONTENT_TYPE_OTHER" in self.content_type) != (self.content_type_other is not None):
            raise ValueError("`content_type_other` goes with CONTENT_TYPE_OTHER")
        if self.content_date < _FIRST_CONTENT or self.application_date < _FIRST_DAY:
            raise ValueError("content from 2000 on, and decisions from 2020 on, have their place there")
        if any(getattr(self, end) is not None and getattr(self, end) < self.application_date for end in _ENDS):
            raise ValueError("the measure would end before it begins")
        return self


class Statements(BaseModel):
    """What the interface takes in one call."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    statements: tuple[Statement, ...] = Field(min_length=1, max_length=100, description="One for each measure.")


def statements_schema() -> dict[str, Any]:
    """The JSON Schema of what is sent: the same limits, for who checks it elsewhere."""
    found = Statements.model_json_schema()
    found["title"] = TITLE
    for part in (found, found["$defs"]["Statement"]):
        part["additionalProperties"] = False
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
