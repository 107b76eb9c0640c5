"""What a policy may name as `profiles`: laws whose fields its letters are to hold, and what a pack tells for them.

Owns the names only. What each law asks for, and where a decision has it, is in `arbiter/report/profiles/`.
"""

from collections.abc import Mapping

PROFILES = ("eu-dsa", "eu-gdpr", "eu-platform-work", "eu-p2b", "cn-platform-rules", "ru-289")

# Facts about the marketplace that no decision holds: sentences of the pack's texts, by the profile that asks for them.
PROFILE_TEXTS: Mapping[str, tuple[str, ...]] = {
    "eu-dsa": ("terms_address",),
    "eu-p2b": ("mediators",),
    "eu-platform-work": ("contact_person",),
}

# How long somebody can complain about a measure, where that is longer than for money.
MEASURE_APPEAL = "measure_appeal_days"

# The categories of the transparency database of the DSA, without what each of its names begins with.
CATEGORIES = (
    "animal_welfare", "consumer_information", "cyber_violence", "cyber_violence_against_women",
    "data_protection_and_privacy_violations", "illegal_or_harmful_speech", "intellectual_property_infringements",
    "negative_effects_on_civic_discourse_or_elections", "not_specified_notice", "other_violation_tc",
    "protection_of_minors", "risk_for_public_security", "scams_and_fraud", "self_harm",
    "unsafe_and_prohibited_products", "violence",
)  # fmt: skip
