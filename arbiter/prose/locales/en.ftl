# How a policy is told. Conditions are clauses that can follow "when"; names of fields follow "the order's" or "whose".
subtitle = Version { $version }, as it is in force on { $day }.
subtitle-parent = It extends `{ $parent }`.
parties = The parties
party = { $noun_cap } ({ $role })
party-plain = { $noun_cap }
numbers = The numbers
number = `{ $id }`: { $value } ({ $clause })
number-none = nothing on this day
number-region = in { $region }: { $value }
number-later = from { $day }: { $value }
number-later-region = from { $day } in { $region }: { $value }
periods = Special days
period = `{ $id }`: { $days } ({ $clause })
period-in = { $days } in { $regions }
derived = Computed fields
derived-field = { $name } is { $formula }.

claim = { $title } (`{ $id }`, { $clause })
claim-by = { $party_cap } may claim this.
evidence = Evidence that can be asked for
evidence-required = { $party_cap } is asked for: { $kinds }.
evidence-any = { $party_cap } is asked for any of these, as long as none has come: { $kinds }.
evidence-optional = { $party_cap } may also send: { $kinds }.
first = What must hold first
gate = { $text } (`{ $id }`, { $clause }) This must hold: { $condition }. Otherwise { $else }.
else-refuse = nothing is owed
else-human = a person decides{ $desk }
else-propose = a person confirms the proposal{ $desk }
desk = , at the desk { $desk }

questions = What must be settled
question = { $text } (`{ $id }`, { $clause })
scope-item = It is settled for each claimed line of the order.
scope-unit = It is settled for each claimed unit of the order.
raised = { $party_cap } brings this up, with { $signals }. As long as nobody does, this stands: “{ $stands }”
must-show = { $party_cap } must show: “{ $answer }” If it is not shown, this stands: “{ $fails }”
must-clear = { $party_cap } must make it clear. If nothing is shown, this stands: “{ $fails }”
otherwise = It is on record, and nobody has to show anything. If nothing below holds, this stands: “{ $fails }”
standard-ordinary = The standard is ordinary: the best evidence is at least { $at_least }, and { $lead ->
    [1] a step
   *[other] { $lead } steps
} ahead of all that speaks for another answer.
standard-clear = The standard is clear: the best evidence is at least { $at_least }, and what speaks for another answer at most { $other }.
shift = When { $condition }, { $party } must show: “{ $answer }” If it is not shown, this stands: “{ $fails }” (`{ $id }`, { $clause }: { $text })
shift-clear = When { $condition }, { $party } must make it clear. (`{ $id }`, { $clause }: { $text })
speaks-for = For “{ $answer }” speaks:
speaks-none = For “{ $answer }” nothing speaks.
on-record-for = “{ $answer }” is so if one of these holds:
argument = { $premises }: { $strength } (`{ $id }`)
argument-if = { $premises }: { $strength }, but only when { $condition } (`{ $id }`)
argument-fact = { $condition } (`{ $id }`)
argument-unless = It is set aside by { $signals }.
argument-worth = With all of it at full strength: { $worth }.
only-counts = When { $condition }, of what speaks for “{ $answer }” only this counts: { $arguments }. (`{ $id }`, { $clause }: { $text })
and-all = { $items }, together
any-of = any of { $items }
at-least = at least { $count } of { $items }
signal = { $text }

signals = What records show
signal-line = `{ $id }`: { $text }. { $strength_cap }, in the hands of { $party }. It is there when { $condition }.
signal-private = To everyone else it is called “{ $text }”.

head = What may be owed: { $text } (`{ $id }`)
head-amount = It goes to { $party }: { $amount }. Never more than was claimed.
head-cap = No more than { $cap }.
what = What is owed. Of these, exactly one must hold (one that goes before others wins over them); else a person decides.
what-rule = { $text } When { $condition }. (`{ $id }`, { $clause })
what-amount = Then it is { $amount }.
what-nothing = Then nothing is owed.
over = It goes before { $rules }.
then = Later a { $kind } is asked for, within { $days }.
who = Who bears it, if something is owed. Here too, exactly one must hold; else a person decides. A person decides too if someone would bear it who was neither shown at fault nor failed to show what they had to.
who-rule = { $party_cap }. { $text } When { $condition }. (`{ $id }`, { $clause })
measures = Measures
measure = { $measure } for { $party }, { $auto ->
    [yes] by itself
   *[no] proposed to a person
}. { $text } When { $condition }. (`{ $id }`, { $clause })
measure-lasts = It ends after { $days }.
routes = Who decides
route-human = A person decides{ $desk }, when { $condition }. { $text } (`{ $id }`, { $clause })
route-propose = A person confirms the proposal{ $desk }, when { $condition }. { $text } (`{ $id }`, { $clause })
route-auto = No person is needed for this alone: when { $condition }. { $text } (`{ $id }`, { $clause })
route-no-letters = No letter goes to the parties by machine then.
route-else = Otherwise the machine decides what is clear. What is unclear always goes to a person.
guarantees = Promises
guarantee = To { $party }: { $text } This holds { $when }. (`{ $id }`, { $clause })
guarantee-bears = Then this party never bears { $head }.
guarantee-auto = Then no machine decides this for that party: { $measure_lower }.
when = when { $condition }
always = always

# Conditions
not-one = { $thing } is not { $values }
is-one = { $thing } is { $values }
has-one = { $thing } names { $values }
not-has = { $thing } does not name { $values }
is-known = { $thing } is known
is-unknown = { $thing } is not known
gt = { $thing } is more than { $value }
ge = { $thing } is at least { $value }
lt = { $thing } is less than { $value }
le = { $thing } is at most { $value }
time-gt = { $thing } is later than { $value }
time-ge = { $thing } is not before { $value }
time-lt = { $thing } is earlier than { $value }
time-le = { $thing } is not after { $value }
between = { $thing } is between { $low } and { $high }
equals = { $thing } is exactly { $value }
of-order = { $kind }'s { $field }
of-record = the { $field }
named-field = “{ $field }” (`{ $id }`)
there-is = there is { $kind } of which this holds: { $tests }
every = there is { $kind }, and of every one this holds: { $tests }
finding = “{ $question }” is answered { $answers }
finding-shown = “{ $question }” is shown by evidence to be { $answers }
finding-not = “{ $question }” is not answered { $answers }
finding-not-shown = “{ $question }” is not shown by evidence to be { $answers }
or = { $first } or { $last }
and = { $first } and { $last }
either = { $first }; or { $last }
answer-yes = yes
answer-no = no
answer-unclear = unclear
answer-own = “{ $text }”
value-of = { $value } (`{ $id }`)
value-unknown = the limit `{ $id }`, which has no single value on this day
already = what was already made good
min = the smaller of { $one } and { $other }
max = the larger of { $one } and { $other }
round_up = { $one }, rounded up
round_down = { $one }, rounded down
business_days = the business days from { $one } to { $other }
nothing = nothing

word = { $words }
word-quoted = “{ $words }”
period-days = { $first } – { $last }
argument-ended = { $argument }.
strength-none = none
strength-slight = slight
strength-moderate = moderate
strength-strong = strong
strength-conclusive = conclusive
unit-d = { $number ->
    [1] { $shown } day
   *[other] { $shown } days
}
unit-bd = { $number ->
    [1] { $shown } business day
   *[other] { $shown } business days
}
unit-h = { $number ->
    [1] { $shown } hour
   *[other] { $shown } hours
}
unit-min = { $number ->
    [1] { $shown } minute
   *[other] { $shown } minutes
}
unit-m = { $shown } m
unit-km = { $shown } km
unit-g = { $shown } g
unit-kg = { $shown } kg
unit-l = { $shown } l
unit-steps = { $number ->
    [1] { $shown } step
   *[other] { $shown } steps
}
unit-count = { $shown }
unit-number = { $shown }
unit-percent = { $shown } %
measure-note = A note
measure-warning = A warning
measure-points = Points
measure-payout_hold = A hold on payouts
measure-listing_removal = Removal of the listing
measure-suspension = Suspension
measure-exemption = Exemption
measure-commendation = A commendation

kind-order = the order
kind-claim = the claim
kind-item = the claimed item
kind-tracking_event = a tracking event
kind-courier_report = a report of the courier app
kind-handover = a hand-over
kind-message = a message
kind-statement = a statement
kind-reading = a reading
kind-photo = a photo
kind-document = a document
kind-notice = a notice
kind-context = a note on what was going on
kind-history = a count of the past
own-kind = a record `{ $id }`

field-total = total
field-price = price
field-at = time
field-distance_m = distance from the address
field-is_last_delivered = mark as the last delivery scan
field-minutes_late = delay against the promised time
field-minutes_after_placed = time since the order was placed
field-minutes_after_accepted = time since the carrier accepted it
field-minutes_after_delivered = time since the last delivery scan
field-minutes_after_claim = time since the claim was filed
field-minutes_to_answer = time until the answer
field-placed_at = time of placing
field-filed_at = time of filing
field-promised_by = promised time
field-has_items = list of lines
field-signature_requested = wish for a signature
field-special_period = special period
field-by = maker
field-says = content
field-means = meaning
field-asks = list of what is asked for
field-withheld = list of what was asked for and not sent
field-to = addressee
field-from = sender
field-what = subject
field-claimed = number of claimed units
field-unit_price = price of a unit
field-received_at = time of receipt
field-captured_at = time of capture
field-of_captured_at = time of capture of what was read
field-of_submitted_by = sender of what was read
