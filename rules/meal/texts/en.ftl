policy_title = Meals between customer, kitchen and courier

role_buyer = the customer
    .cap = The customer
    .bare = customer
role_seller = the kitchen
    .cap = The kitchen
    .bare = kitchen

some_emergency = an emergency

hospital_note = An employee of the platform read a note from a hospital.
    .missing = a note from a hospital
at_hospital = The courier app placed the courier at a hospital on { $at_hospital__at }.
    .missing = a report of the courier app from a hospital
says_emergency = The courier says that an emergency forced the cancellation.
    .missing = a statement of the courier that there was an emergency

emergency = Did an emergency make the courier cancel the delivery?
    .yes = An emergency made the courier cancel the delivery.
    .no = An emergency is not shown.

courier_cancelled = Appeal against penalty points for a cancelled order
    .exempt = The emergency is proven, so the courier gets no penalty points for the cancelled order. Reviews of this order do not count.
    .commend = The courier is commended for helping in an emergency.
    .not-shown = If no emergency is proven, a person decides about the points.
    .no-machine-points = No machine gives a courier penalty points. Only a person can.

# Late delivery.
kind_delivery_timeline = the timeline of the delivery

says_late = The customer says that the meal came too late.
    .missing = a statement of the customer that the meal came too late
timeline_late = By the timeline, the meal came { $timeline_late__counted_minutes } min late, not counting a wait of { $timeline_late__customer_minutes } min at the customer's door. Up to { $late_from } minutes are usual.
    .missing = a timeline that shows that the meal came too late
    .otherwise = The result would be different if the meal had come at most { $late_from } minutes late.
timeline_on_time = By the timeline, the meal was no more than { $late_from } minutes late, not counting any wait at the customer's door.
    .missing = a timeline that shows that the meal came in time
    .otherwise = The result would be different if the meal had come more than { $late_from } minutes late.
seen_later = An employee of the platform saw in the customer's picture that the meal came later than the timeline says.
    .missing = a dated picture from the door that shows when the meal really came
kitchen_slowest = The timeline: { $kitchen_slowest__kitchen_minutes } min in the kitchen, { $kitchen_slowest__courier_minutes } min on the courier's way, { $kitchen_slowest__platform_minutes } min in the search for a courier, { $kitchen_slowest__outage_minutes } min in outages.
    .missing = a timeline in which most of the delay arose in the kitchen
    .otherwise = The result would be different if another part of the delivery had taken more of the time.
courier_slowest = The timeline: { $courier_slowest__kitchen_minutes } min in the kitchen, { $courier_slowest__courier_minutes } min on the courier's way, { $courier_slowest__platform_minutes } min in the search for a courier, { $courier_slowest__outage_minutes } min in outages.
    .missing = a timeline in which most of the delay arose on the courier's way
    .otherwise = The result would be different if another part of the delivery had taken more of the time.
platform_slowest = The timeline: { $platform_slowest__kitchen_minutes } min in the kitchen, { $platform_slowest__courier_minutes } min on the courier's way, { $platform_slowest__platform_minutes } min in the search for a courier, { $platform_slowest__outage_minutes } min in outages.
    .missing = a timeline in which most of the delay arose while the platform looked for a courier
    .otherwise = The result would be different if another part of the delivery had taken more of the time.
outage_longest = The timeline: { $outage_longest__kitchen_minutes } min in the kitchen, { $outage_longest__courier_minutes } min on the courier's way, { $outage_longest__platform_minutes } min in the search for a courier, { $outage_longest__outage_minutes } min in outages.
    .missing = a timeline in which most of the delay arose while the platform's systems were down
    .otherwise = The result would be different if another part of the delivery had taken more of the time.
ready_on_time = An employee of the platform saw in the kitchen's picture that the food stood ready in time.
    .missing = a dated picture from the kitchen that shows that the food stood ready in time
way_far_too_long = The courier's way took { $way_far_too_long__minutes_over_plan } min more than planned. The limit is { $courier_note_from } minutes.
    .missing = a timeline in which the courier's way took more than { $courier_note_from } minutes longer than planned
    .otherwise = The result would be different if the courier's way had taken at most { $courier_note_from } minutes longer than planned.
way_blocked = An employee of the platform saw in the courier's picture that the way was blocked.
    .missing = a picture that shows that the way was blocked

late = Did the meal come too late, not counting any wait at the customer's door?
    .yes = The meal came too late.
    .no = The meal came in time.
delay_by = Where did most of the delay arise?
    .kitchen = Most of the delay arose in the kitchen.
    .courier = Most of the delay arose on the courier's way.
    .platform = Most of the delay arose while the platform looked for a courier.
    .outage = Most of the delay arose while the platform's systems were down.
    .unclear = It is not clear where most of the delay arose.
special_day = Was it a day on which nobody could deliver as usual?
    .yes = It was a feast, or the weather was severe.
    .no = It was an ordinary day.
    .on-a-feast = The order was placed on a feast.
    .in-bad-weather = The weather was severe.

courier_way = Did the courier's way take far too long on an ordinary day?
    .too_long = The courier's way took far longer than planned on an ordinary day, and nothing explains it.
    .blocked = The courier's way was blocked.
    .unclear = It is not shown that the courier could have been faster.

delay = compensation for the delay
    .pay-share = The meal came too late, so the customer gets back { $late_share }% of its price.
    .pay-larger-share = The meal came more than { $very_late_from } minutes late, so the customer gets back { $very_late_share }% of its price.
    .timeline-withheld = The platform did not send its timeline when asked, so the customer gets back { $very_late_share }% of the price.
    .not-late = The meal came in time, so there is no compensation.
    .kitchen-pays = Most of the delay arose in the kitchen, so the kitchen pays.
    .fund-pays-way = Most of the delay arose on the way. A courier never pays for a meal, so the platform pays from its own fund.
    .platform-pays = The platform's own part took the most time, so the platform pays.
    .fund-pays-unclear = It is not clear where most of the delay arose, so the platform pays from its own fund.
    .feast-fund-pays = On such a day up to { $feast_kitchen_from } minutes in the kitchen are nobody's fault. So the platform pays from its own fund.
delivery_fee = the delivery fee
    .fee-back = The meal came too late, so the customer gets the delivery fee back.
    .fee-stays = The meal came in time, so the delivery fee is not returned.
    .platform-returns-fee = The platform took the delivery fee, so the platform returns it.

late_delivery = Meal delivered too late
    .in-time = A late meal must be reported within { $claim_hours } hours of the promised time.
    .note-for-courier = The courier took far too long on an ordinary day. A person decides whether that is noted.
    .special-day-exempts = On a feast or in severe weather a long way is never held against a courier.
    .large = { a_person_from }
    .own-minutes-only = The kitchen pays nothing if most of the delay arose elsewhere, or if that is not clear.
    .no-machine-note = No machine notes a delay against a courier. Only a person can.
    .asking-costs-nothing = No customer is ever shut out by a machine for making a claim.

# Missing and wrong dishes.
kind_seal_check = the check of the seal
kind_bag_weight = the weight of the bag
kind_bag_scan = the scan of the bag at the door
kind_batch = the list of orders on one trip

says_missing = The customer says that a dish was missing.
    .missing = a statement of the customer that a dish was missing
says_wrong = The customer says that the wrong dish came.
    .missing = a statement of the customer that the wrong dish came
photo_missing = An employee of the platform saw in the customer's picture that the dish was not there.
    .missing = a picture of all that came in the bag
photo_wrong = An employee of the platform saw another dish in the customer's picture.
    .missing = a picture of the dish that came
other_label = An employee of the platform read the number of another order on the label of the bag.
    .missing = a picture of the label on the bag
signed_statement = The customer signed a statement about what came.
    .missing = a signed statement about what came
all_packed = An employee of the platform saw all dishes of the order in the kitchen's packing picture.
    .missing = a packing picture that shows all dishes of the order
not_packed = An employee of the platform saw that the dish is not in the kitchen's packing picture.
    .missing = a packing picture without the dish
weight_right = The packed bag weighed { $weight_right__measured } g. Expected were { $weight_right__expected } g.
    .missing = the weight of the packed bag, as expected
    .otherwise = The result would be different if the bag had been more than { $weight_slack } g too light.
weight_short = The packed bag weighed only { $weight_short__measured } g. Expected were { $weight_short__expected } g.
    .missing = the weight of a packed bag that was too light
    .otherwise = The result would be different if the bag had been at most { $weight_slack } g too light.
seal_intact = The seal was intact at the customer's door on { $seal_intact__at }.
    .missing = a check at the customer's door that shows an intact seal
seal_broken = The seal was broken at the customer's door on { $seal_broken__at }.
    .missing = a check at the customer's door that shows a broken seal
scanned_right = At the door the label of this order was scanned on { $scanned_right__at }.
    .missing = a scan at the door of the label of this order
scanned_other = At the door the label of another order was scanned on { $scanned_other__at }.
    .missing = a scan at the door of the label of another order
both_wrong = The other customer on the same trip also got the wrong order.
    .missing = a report that the other customer on the same trip got the wrong order too

item_missing = Was the dish missing when the bag reached the customer?
    .yes = The dish was missing.
    .no = The dish was there.
    .many-claims = Because of the claims on record, more than the customer's word is needed. So the customer must show what was missing.
    .picture-withheld = The kitchen was asked for a packing picture and did not answer. Then the weight alone does not count.
item_wrong = Did the wrong dish come?
    .yes = The wrong dish came.
    .no = The right dish came.
    .many-claims = Because of the claims on record, more than the customer's word is needed. So the customer must show what came.
packed = Did the kitchen pack the dish that was ordered?
    .yes = The kitchen packed the dish that was ordered.
    .no = The kitchen did not pack the dish that was ordered.
    .picture-withheld = The kitchen was asked for a packing picture and did not answer. Then the weight alone does not count.
    .several-orders = The courier carried several orders, so the kitchen need not show what it packed.
    .long-on-the-way = The way took more than { $long_way_share }% of the planned time, so the kitchen need not show what it packed.
swapped = Were two orders of one trip swapped at the door?
    .yes = Two orders of one trip were swapped.
    .no = No orders were swapped.
bag_given = Which bag does the scan at the door show?
    .other_bag = The scan at the door shows the bag of another order.
    .own_bag = The scan at the door shows the right bag.
    .unclear = No scan at the door shows that the wrong bag was handed over.

dishes = the price of the dishes
    .refund-missing = The dish was missing, so the customer gets its price back.
    .all-there = It is not shown that the dish was missing, so nothing is owed for it.
    .kitchen-left-out = Nothing shows that the dish left the kitchen, so the kitchen pays.
    .kitchen-did-not-pack = It is proven that the kitchen did not pack the dish, so the kitchen pays.
    .fund-pays-missing = The dish is taken to have left the kitchen, so the platform pays from its own fund.
    .refund-wrong = The wrong dish came, so the customer gets back the price of the right one.
    .right-dish = It is not shown that the wrong dish came, so nothing is owed.
    .kitchen-packed-wrong = Nothing shows that the right dish left the kitchen, so the kitchen pays.
    .kitchen-packed-other = It is proven that the kitchen did not pack the right dish, so the kitchen pays.
    .fund-pays-swap = The orders were swapped after they had left the kitchen, so the platform pays from its own fund.
    .fund-pays-wrong = The kitchen is taken to have packed the right dish, so the platform pays from its own fund.
    .refund-dish = The dish was not fit to be eaten or not the one in the menu, so its whole price is returned.
    .refund-part = The dish was not as it should be, so { $part_refund }% of its price is returned.
    .not-poor = It is not shown that the dish was poor, so nothing is returned.
    .as-ordered = The dish was cooked as the customer asked, so nothing is returned.
    .kitchen-pays-poor = The fault is proven, so the kitchen pays.
    .cold-on-the-way = The dish grew cold on a long way or among several orders, so the platform pays from its own fund.

missing_items = Dish missing from the order
    .in-time = A missing dish must be reported within { $claim_hours } hours of the promised time.
    .many-claims-need-a-look = Where more proof than usual is needed and none has come, no machine refuses the claim. A person looks at it.
    .large = { a_person_from }
    .packed-is-packed = The kitchen does not pay for dishes that it is taken to have packed.
    .no-machine-points = No machine gives a courier penalty points. Only a person can.
    .asking-costs-nothing = No customer is ever shut out by a machine for making a claim.

wrong_items = Wrong dish delivered
    .in-time = A wrong dish must be reported within { $claim_hours } hours of the promised time.
    .other-bag-scanned = What a scan at the door says about a courier, a person judges.
    .note-wrong-bag = At the door the label of another order was scanned. A person decides whether that is noted.
    .many-claims-need-a-look = Where more proof than usual is needed and none has come, no machine refuses the claim. A person looks at it.
    .large = { a_person_from }
    .swap-is-not-the-kitchens = The kitchen does not pay if two orders were swapped on the way.
    .no-machine-note = No machine notes anything against a courier. Only a person can.
    .asking-costs-nothing = No customer is ever shut out by a machine for making a claim.

# Quality.
kind_order_note = the note on the order
kind_complaint = the customer's complaint
kind_dish_day = the record of the dish on that day

says_poor = The customer says that the dish was not as it should be.
    .missing = a statement of the customer that the dish was not as it should be
says_bland = The customer says that the dish was bland.
    .missing = a complaint that the dish was bland
says_cold = The customer says that the dish was cold.
    .missing = a complaint that the dish was cold
says_burnt = The customer says that the dish was burnt.
    .missing = a complaint that the dish was burnt
says_raw = The customer says that the dish was not cooked through.
    .missing = a complaint that the dish was not cooked through
says_small = The customer says that the dish was too small.
    .missing = a complaint that the dish was too small
says_different = The customer says that the dish was another than in the menu.
    .missing = a complaint that the dish was another than in the menu
photo_poor = An employee of the platform saw the fault in the customer's picture.
    .missing = a picture that shows the fault
others_complained = { $others_complained__complaints } of { $others_complained__sold } customers complained about this dish on that day.
    .missing = complaints of other customers about the same dish
    .otherwise = The result would be different if fewer than { $others_from } customers had complained about this dish on that day.
dish_was_fine = An employee of the platform saw in the kitchen's picture that the dish was in order.
    .missing = a picture from the kitchen that shows the dish in order

poor = Was the dish not as it should be?
    .yes = The dish was not as it should be.
    .no = The dish was in order.
as_asked = Is what the customer complains of what the customer asked for?
    .mild = The complaint is that the dish was bland. The note on the order had asked for no chilli, no salt or no sauce.
    .well_done = The complaint is that the dish was burnt. The note on the order had asked for it well done.
    .small = The complaint is that the portion was small. The note on the order had asked for a small one.
    .not_asked = The note on the order did not ask for it.
    .bland-on-request = The note on the order asked for it mild.
    .dark-on-request = The note on the order asked for it well done.
    .small-on-request = The note on the order asked for a small portion.

quality = Poor dish
    .in-time = A poor dish must be reported within { $claim_hours } hours of the promised time.
    .large = { a_person_from }
    .cooked-as-asked = The kitchen does not pay for a dish that was cooked as the customer asked.
    .no-machine-points = No machine gives a courier penalty points. Only a person can.
    .asking-costs-nothing = No customer is ever shut out by a machine for making a claim.

# Orders that were not supplied.
kind_kitchen_cancel = the kitchen's cancellation
kind_occasion = the day for which it was ordered
kind_substitute_bill = the bill for a substitute
    .cost = what the substitute cost

says_not_supplied = The customer says that the kitchen did not supply the order.
    .missing = a statement of the customer that the kitchen did not supply the order
kitchen_took_back = The kitchen cancelled the order on { $kitchen_took_back__at }.
    .missing = a cancellation of the kitchen
was_handed_over = The order was handed over on { $was_handed_over__at }.
    .missing = a proof of the handover
beyond_control = An employee of the platform read a paper that shows that the kitchen could do nothing about it.
    .missing = a paper that shows that the kitchen could do nothing about it, like a notice of a power cut

supplied = Did the kitchen supply what was ordered?
    .yes = The kitchen supplied what was ordered.
    .no = The kitchen did not supply what was ordered.
unavoidable = Could the kitchen do nothing about it?
    .yes = The kitchen could do nothing about it.
    .no = The kitchen could have prevented it.
bought_elsewhere = Is there a bill for something bought elsewhere?
    .yes = There is a bill for something bought elsewhere.
    .no = There is no bill for something bought elsewhere yet.
    .bill-is-here = The customer bought a substitute for { $substitute_bill__cost } on { $substitute_bill__bought_at }.
day_is_near = Is the day near for which it was ordered?
    .yes = The day for which it was ordered is less than { $urgent_hours } hours away.
    .no = No special day is near.
    .within-hours = The order was for { $occasion__on }.

whole_order = all that was paid for the order
    .refund-all = The order was not supplied, so the customer gets back all that was paid.
    .was-supplied = The order was supplied, so nothing is returned.
    .kitchen-returns-all = The kitchen took the order and did not supply it, so the kitchen returns the money.
    .refund-unsafe = The food is not shown to be safe, so the customer gets back all that was paid.
    .was-safe = The food was safe, so nothing is returned.
    .kitchen-pays-unsafe = The kitchen answers for the food it cooks, so the kitchen pays.
    .refund-undelivered = The meal did not reach the customer, so the customer gets back all that was paid.
    .came = The meal reached the customer, so nothing is returned.
    .fund-pays-undelivered = The kitchen had the meal ready, so the platform pays from its own fund.
    .kitchen-never-cooked = It is not shown that the kitchen had the meal ready, so the kitchen returns the money.
substitute = what a substitute costs more
    .find-another = The platform helps to find another. If it costs more, the customer may send the bill: up to { $substitute_most }% more is paid.
    .find-another-now = The day is near. An employee calls the customer today and helps to find another. If it costs more, the customer may send the bill: up to { $substitute_most }% more is paid.
    .extra-cost = The substitute cost more, so the difference is paid, up to { $substitute_most }% of the first price.
    .no-substitute = The order was supplied, so no substitute is paid.
    .kitchen-pays-extra = It is not shown that the kitchen could do nothing about it, so the kitchen pays the difference.
    .fund-pays-extra = The kitchen could do nothing about it, so the platform pays the difference from its own fund.
    .find-another-then = If a substitute costs more, its bill is needed.
    .find-another-now-then = If a substitute costs more, its bill is needed.

cannot_fulfil = Order that the kitchen could not supply
    .in-time = An order that was not supplied must be reported within { $claim_hours } hours of the promised time.
    .large = { a_person_from }
    .not-for-outages = The kitchen does not pay for a dearer substitute if it could do nothing about it.
    .no-machine-points = No machine gives a courier penalty points. Only a person can.
    .asking-costs-nothing = No customer is ever shut out by a machine for making a claim.

# Damage to other things.
kind_damaged_thing = the proof of purchase
    .value = what the thing cost
kind_cleaning_quote = the cleaner's offer
    .cost = what the cleaner asks
kind_cleaning_result = the result of the cleaning

says_damage = The customer says that the food spoilt something.
    .missing = a statement of the customer that the food spoilt something
stain_seen = An employee of the platform saw the stain in the customer's picture.
    .missing = a picture of the stain
older_stain = An employee of the platform saw that the damage is older than the meal.
    .missing = a picture that shows that the damage is older than the meal
box_leaked = An employee of the platform saw in the picture that the box was leaking.
    .missing = a picture of the leaking box
bag_was_tipped = An employee of the platform saw in the picture that the bag had been tipped over.
    .missing = a picture of the bag that had been tipped over
box_was_sound = An employee of the platform saw in the kitchen's picture that the box was sound and closed.
    .missing = a packing picture of a sound and closed box
bag_was_clean = An employee of the platform saw in the courier's picture that the bag was clean at the door.
    .missing = a picture from the door that shows a clean bag

stained = Did the food spoil something that belongs to the customer?
    .yes = The food spoilt something that belongs to the customer.
    .no = The food did not spoil anything.
spill_by = How did it come to that?
    .box = The box was leaking.
    .way = It happened on the way.
    .customer = It happened after the handover.
    .unclear = It is not clear how it happened.
cleaning_failed = Was it cleaned in vain?
    .yes = It was cleaned, and the stain stayed.
    .no = There is no report that a cleaning was in vain.
    .stain-stayed = The cleaner reported on { $cleaning_result__at } that the stain stayed.

cleaning = the cleaning
    .clean-first = The food spoilt it, so the cleaning is paid first, up to what the thing itself cost. We apologise. If the cleaning fails, the customer may send the cleaner's report within { $cleaning_days } days.
    .cleaned-in-vain = The food spoilt it, so the cleaning is paid, even though it was in vain.
    .nothing-to-clean = It is not shown that the food spoilt it before the handover, so no cleaning is owed.
    .kitchen-cleans = The box was leaking, so the kitchen pays for the cleaning.
    .fund-cleans = It happened on the way. A courier never pays for that, so the platform pays for the cleaning from its own fund.
    .fund-cleans-unclear = It is not clear how it happened, so the platform pays for the cleaning from its own fund.
    .clean-first-then = If the cleaning does not help, its result shows that.
replacement = the replacement
    .not-replaced-yet = The thing is replaced only if a cleaning fails.
    .replace = The cleaning was in vain. So the thing is replaced by what it cost, less the cleaning.
    .nothing-to-replace = It is not shown that the food spoilt it before the handover, so it is not replaced.
    .kitchen-replaces = The box was leaking, so the kitchen pays for the replacement.
    .fund-replaces = It happened on the way. A courier never pays for that, so the platform pays for the replacement from its own fund.
    .fund-replaces-unclear = It is not clear how it happened, so the platform pays for the replacement from its own fund.

consequential_damage = Damage done by food
    .in-time = Damage must be reported within { $claim_hours } hours of the promised time.
    .somebody-hurt = { somebody_hurt }
    .large = { a_person_from }
    .sound-box = The kitchen pays for damage only if its box was leaking.
    .no-machine-points = No machine gives a courier penalty points. Only a person can.
    .asking-costs-nothing = No customer is ever shut out by a machine for making a claim.

# Conduct of couriers.
says_misconduct = The customer says that the courier behaved badly.
    .missing = a statement of the customer that the courier behaved badly
recording_bad = An employee of the platform saw or heard the bad behaviour in a recording or a message.
    .missing = a recording or a message that shows the bad behaviour
recording_violent = An employee of the platform saw or heard in a recording that the courier used or threatened violence.
    .missing = a recording that shows that the courier used or threatened violence
recording_proper = An employee of the platform saw or heard in a recording that the courier behaved properly.
    .missing = a recording that shows that the courier behaved properly
courier_answers = The courier gave an account.
    .missing = an account of the courier

misconduct = Did the courier behave badly?
    .yes = The courier behaved badly.
    .no = The courier behaved properly.

courier_conduct = Complaint about a courier
    .warn-courier = The bad behaviour is recorded. A person decides whether the courier is warned.
    .suspend-courier = A recording shows violence, so it is proposed to suspend the courier. Only a person decides that, after hearing the courier, in writing and with reasons. The courier may ask for a second look. It is answered within { $conduct_review_days } days.
    .clear-courier = The recording clears the courier, so the complaint does not count against the courier.
    .shown-to-a-person = What is recorded, a person looks at, within { $conduct_review_days } days. The courier is heard before.
    .somebody-hurt = { somebody_hurt }
    .silence-is-no-guilt = A courier who does not answer is not guilty because of that. No machine warns a courier.
    .no-machine-suspension = No machine suspends a courier. Only a person can.
    .not-the-kitchens = A courier's behaviour is never held against the kitchen.
    .asking-costs-nothing = No customer is ever shut out by a machine for making a claim.

# Health.
some_illness = an illness

says_unsafe = The customer says that the food was a danger to health.
    .missing = a statement of the customer that the food was a danger to health
unsafe_seen = An employee of the platform saw in the customer's picture that the food was not safe.
    .missing = a picture that shows that the food was not safe
doctor_says = An employee of the platform read a doctor's note.
    .missing = a doctor's note
others_ill = { $others_ill__illnesses } customers fell ill after the same dish on that day.
    .missing = reports of other customers who fell ill after the same dish
    .otherwise = The result would be different if fewer than { $illness_from } customers had fallen ill.
lab_found_unsafe = A laboratory found that the food was not safe.
    .missing = a laboratory's finding that the food was not safe
lab_found_safe = A laboratory found that the food was safe.
    .missing = a laboratory's finding that the food was safe
hygiene_log = An employee of the platform read the kitchen's hygiene log and found it in order.
    .missing = the kitchen's hygiene log of that day

unsafe = Was the food a danger to health?
    .yes = The food was a danger to health.
    .no = The food was safe.
proven_danger = Is it proven that the dish is dangerous?
    .dangerous = The dish is dangerous.
    .cleared = The dish is safe.
    .unclear = It is not proven that the dish is dangerous.

unsafe_food = Food that was a danger to health
    .always-a-person = Matters of health are always decided by a person.
    .stop-selling = The danger is proven. A person decides whether the dish is taken off sale.
    .no-machine-closes = No machine takes a kitchen's dish off sale. Only a person can.
    .no-machine-points = No machine gives a courier penalty points. Only a person can.
    .asking-costs-nothing = No customer is ever shut out by a machine for making a claim.

# Reviews.
kind_review = the review

says_malicious = The kitchen says that the review is malicious.
    .missing = a statement of the kitchen that the review is malicious
threat_read = An employee of the platform read a message that threatens with a bad review.
    .missing = a message that threatens with a bad review
review_borne_out = An employee of the platform saw in the customer's picture what the review says.
    .missing = a picture that shows what the review says

malicious = Was the review written to harm or to press for money?
    .yes = The review was written to harm or to press for money.
    .no = The review was written to tell what happened.

malicious_review = Review that a kitchen holds to be malicious
    .not-counted = The threat is proven, so the review does not count in the kitchen's rating.
    .a-person-removes = Only a person removes a review, after hearing the customer.
    .review-stays = No machine removes a customer's review or warns a customer because of one.
    .asking-is-free = A kitchen that asks for a review to be looked at risks nothing by that.
    .no-machine-points = No machine gives a courier penalty points. Only a person can.

# Meals that did not come.
says_not_received = The customer says that nothing came.
    .missing = a statement of the customer that nothing came
app_picked_up = The courier picked the meal up on { $app_picked_up__at }.
    .missing = a report of the app that the courier picked the meal up
app_handed_over = The courier's app reported the handover on { $app_handed_over__at }.
    .missing = a report of the app that the meal was handed over
app_elsewhere = The handover of { $app_elsewhere__at } was reported { $app_elsewhere__distance_m } m from the address. The limit is { $elsewhere_from } m.
    .missing = a report of a handover too far from the address
    .otherwise = The result would be different with a handover within { $elsewhere_from } m of the address.
trip_cancelled = The delivery was cancelled on { $trip_cancelled__at }.
    .missing = a report of the app that the delivery was cancelled

delivered = Did the meal reach the customer?
    .yes = The meal reached the customer.
    .no = The meal did not reach the customer.
food_made = Did the kitchen have the meal ready?
    .yes = The kitchen had the meal ready.
    .no = The kitchen did not have the meal ready.

not_received = Meal not received
    .in-time = A meal that did not come must be reported within { $claim_hours } hours of the promised time.
    .large = { a_person_from }
    .cooked-is-paid = A kitchen that had the meal ready keeps its money if the meal does not arrive.
    .no-machine-points = No machine gives a courier penalty points. Only a person can.
    .asking-costs-nothing = No customer is ever shut out by a machine for making a claim.

# What people say and what is read, as it stands in lists of evidence.
kind_reading =
    .all_packed = everything was packed
    .beyond_control = a reason that nobody at the kitchen could change
    .clean_at_door = a clean bag at the door
    .fine_dish = a dish in order
    .hygiene_in_order = a hygiene log in order
    .injury = an injury
    .lab_safe = the laboratory: the food is safe
    .lab_unsafe = the laboratory: the food is unsafe
    .later_arrival = a later arrival at the door
    .leaking_box = a leaking box
    .medical_note = a medical note
    .misconduct = misconduct
    .missing_item = a dish is missing
    .not_packed = a dish was not packed
    .older_stain = a stain from before
    .other_order_label = the label of another order
    .poor_dish = a dish of poor quality
    .proper_conduct = proper conduct
    .ready_on_time = the meal was ready on time
    .review_borne_out = what the review says
    .review_threat = a threat with a review
    .signed_statement = a signed statement
    .stain = a stain
    .tipped_bag = a bag that was tipped over
    .unsafe_food = something in the food
    .way_blocked = a blocked road
    .well_packed = a well packed meal
    .wrong_item = a wrong dish
