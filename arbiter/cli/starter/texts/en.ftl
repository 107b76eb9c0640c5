# The sentences that people read. Each must be true wherever its rule holds.
# After a change of the rules, `arbiter check @NAME@ --missing-texts` prints those that are still to be written.
policy_title = @TITLE@

@NOUNS@
kind_listing = the offer

# Signals: what the record shows; `.missing`: how such evidence is called while it is not there.
says_flawed = The @BUYER_NOUN@ says that what came was flawed.
    .missing = a statement of the @BUYER_NOUN@ that what came was flawed
picture_of_flaw = An employee of the platform saw the flaw in a picture or a paper.
    .missing = a picture of the flaw
told_in_offer = The offer of { $told_in_offer__published_at } told of the flaw.
    .missing = an offer that told of the flaw
not_in_offer = The offer of { $not_in_offer__published_at } did not tell of the flaw.
    .missing = an offer that did not tell of the flaw

flawed = Was it flawed when it came?
    .yes = It was flawed when it came.
    .no = It is not shown that it was flawed when it came.

told_before = Did the offer say so?
    .yes = The offer told of the flaw.
    .no = It is not shown that the offer told of the flaw.
    .no-shown = The offer did not tell of the flaw.

price = the price
    .refund = It was flawed and the offer did not say so, so the price must be refunded.
    .nothing-owed = No flaw counts that the offer did not tell of, so nothing is owed.
    .who-sold-it = It was flawed, so the @SELLER_NOUN@ pays.

flawed_goods = Flawed goods
    .in-time = A claim must be made within { $claim_days } days.
    .large = A person decides every claim of { $human_from } or more.
    .told-is-told = Who told of a flaw does not pay for it.
