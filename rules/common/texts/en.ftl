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
