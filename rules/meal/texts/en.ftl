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
    .exempt = The emergency is proven, so the courier gets no penalty points for the cancelled order.
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
way_far_too_long = The courier's way took { $way_far_too_long__courier_minutes } min more than planned. The limit is { $courier_note_from } minutes.
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

courier_way = Did the courier's way take far too long on an ordinary day?
    .too_long = The courier's way took far longer than planned on an ordinary day, and nothing explains it.
    .blocked = The courier's way was blocked.
    .unclear = It is not shown that the courier could have been faster.

delay = compensation for the delay
    .pay-share = The meal came too late, so the customer gets back { $late_share }% of its price.
    .pay-larger-share = The meal came more than { $very_late_from } minutes late, so the customer gets back { $very_late_share }% of its price.
    .not-late = The meal came in time, so there is no compensation.
    .kitchen-pays = Most of the delay arose in the kitchen, so the kitchen pays.
    .platform-pays = It is not shown that most of the delay arose in the kitchen. So the platform pays from its own fund.
    .feast-fund-pays = On such a day up to { $feast_kitchen_from } minutes in the kitchen are nobody's fault. So the platform pays from its own fund.
delivery_fee = the delivery fee
    .fee-back = The meal came too late, so the customer gets the delivery fee back.
    .fee-stays = The meal came in time, so the delivery fee is not returned.
    .platform-returns-fee = The platform took the delivery fee, so the platform returns it.

late_delivery = Meal delivered too late
    .in-time = A late meal must be reported within { $claim_hours } hours of the promised time.
    .note-for-courier = The courier took far too long on an ordinary day. A person decides whether that is noted.
    .special-day-exempts = On a feast or in severe weather a long way is never held against a courier.
    .large = A person decides every claim of { $human_from } or more.
    .own-minutes-only = The kitchen pays nothing if most of the delay arose elsewhere, or if that is not clear.
    .no-machine-note = No machine notes a delay against a courier. Only a person can.
    .asking-costs-nothing = No customer is ever shut out by a machine for making a claim.
