policy_title = Meals between customer, kitchen and courier

role_buyer = the customer
    .cap = The customer
    .bare = customer
role_seller = the kitchen
    .cap = The kitchen
    .bare = kitchen

some_emergency = an emergency

hospital_note = An employee of the platform read a note from a hospital.
    .missing = A note from a hospital.
at_hospital = The courier app placed the courier at a hospital on { $at_hospital__at }.
    .missing = A report of the courier app from a hospital.
says_emergency = The courier says that an emergency forced the cancellation.
    .missing = A statement of the courier that there was an emergency.

emergency = Did an emergency force the courier to stop?
    .yes = An emergency forced the courier to stop.
    .no = An emergency is not shown.

courier_cancelled = Appeal against points for a cancelled order
    .exempt = An emergency was shown, so the cancelled order brings the courier no points.
    .commend = The courier helped in an emergency and is commended.
    .not-shown = If no emergency is shown, a person decides about the points.
    .no-machine-points = No machine gives a courier points. A person decides.
