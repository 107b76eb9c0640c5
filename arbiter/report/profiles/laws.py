"""All profiles, in the order of the policy language's own list."""

from arbiter.report.profiles import cn_platform_rules, eu_dsa, eu_gdpr, eu_p2b, eu_platform_work, ru_289
from arbiter.report.profiles.frame import Profile

ALL: tuple[Profile, ...] = tuple(
    law.PROFILE for law in (eu_dsa, eu_gdpr, eu_platform_work, eu_p2b, cn_platform_rules, ru_289)
)
