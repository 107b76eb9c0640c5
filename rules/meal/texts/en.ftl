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
