policy_title = Rules that every marketplace inherits

# What an appeal does to a payment that is due.
appeal_effect = An appeal in time puts every payment on hold until it is decided.

# The parties. Packs put their own nouns in place of these.
role_buyer = the buyer
    .cap = The buyer
    .bare = buyer
role_seller = the seller
    .cap = The seller
    .bare = seller
role_carrier = the carrier
    .cap = The carrier
    .bare = carrier
role_courier = the courier
    .cap = The courier
    .bare = courier
role_platform = the platform
    .cap = The platform
    .bare = platform

# Signals, and sentences of rules that all packs say alike.
older_photo = An employee of the platform found that the photo was taken before the delivery.
    .missing = a finding that the photo was taken before the delivery
seen_before = An employee of the platform found that the same photo was sent with an earlier claim.
    .missing = a finding that the same photo was sent with an earlier claim
checked_photo = An employee of the platform found that another photo shows the same, was taken after the delivery and was not sent before.
    .missing = another photo that shows the same and was taken after the delivery
many_claims = On record are { $many_claims__count } like claims in the last { $like_claims_days } days. That alone shows nothing.
    .missing = a record of { $like_claims_from } or more like claims
    .otherwise = The result would be different with fewer than { $like_claims_from } like claims.

a_person_from = A person decides every claim of { $human_from } or more.
somebody_hurt = If somebody was hurt, a person decides.
