# The frame of every letter. Packs bring their own sentences about signals, questions, heads and claims.
# A party stands in a sentence as { $x }, { $x_cap } at the beginning of one, or { $x_bare } in a label.

# How the language is written. Blanks that must stay are written as { " " }.
write-locale = en_GB
write-fonts = system-ui, "Noto Sans"
write-day = d MMMM y
write-day-unbroken = d{ "\u00a0" }MMMM{ "\u00a0" }y
write-moment = { $day }, { $time }
write-money = #,##0.00 ¤¤
write-percent = { $number }%
write-sentences = { $first } { $second }
write-list = { $first }, { $next }
write-alternatives = { $first }; { $next }
write-label = { $label }: { $text }
write-brackets = { $text } ({ $note })
write-numbered = { $number }. { $text }
write-quoted = { $text }. { $quote }
unit-m = { $count ->
    [one] { $shown } metre
   *[other] { $shown } metres
}
unit-km = { $count ->
    [one] { $shown } kilometre
   *[other] { $shown } kilometres
}
unit-min = { $count ->
    [one] { $shown } minute
   *[other] { $shown } minutes
}
unit-h = { $count ->
    [one] { $shown } hour
   *[other] { $shown } hours
}
unit-d = { $count ->
    [one] { $shown } day
   *[other] { $shown } days
}
unit-g = { $count ->
    [one] { $shown } gram
   *[other] { $shown } grams
}
unit-kg = { $count ->
    [one] { $shown } kilogram
   *[other] { $shown } kilograms
}
unit-l = { $count ->
    [one] { $shown } litre
   *[other] { $shown } litres
}

kicker = Case { $case } · for { $audience } · { $day }
kicker-agent = Case { $case } · for the employee in charge · { $day }

# 1 The decision
pays = { $payer_cap } pays { $amount } to { $payee }.
pays-you = You pay { $amount } to { $payee }.
pays-to-you = { $payer_cap } pays you { $amount }.
pays-by = { $payer_cap } pays { $amount } to { $payee } by the end of { $day }.
proposed = Proposal: { $payer } pays { $amount } to { $payee }.
proposed-you = Proposal: you pay { $amount } to { $payee }.
proposed-to-you = Proposal: { $payer } pays you { $amount }.
nothing-owed = Nobody pays anything.
nothing-owed-you = Your claim is refused. You are not paid.
nothing-proposed = Proposal: nobody pays anything.
person-decides-all = A person decides this case.
person-decides-rest = A person decides the rest.
measure-none = No measure follows by rule. A person decides.
measure-none-provisional = As things stand, no measure follows.
measure-none-final = No measure follows.
status-final = Decided
status-provisional = Not final yet
status-referred = A person decides
state-final = This decision stands unless someone appeals by the end of { $day }.
state-provisional = This is how the case stands. It is not decided yet, because someone can still answer.
state-referred = This is only a proposal. An employee decides the case.

# 2 What it means for you
heading-meaning = What this means for you
heading-meaning-agent = What you have to decide
means-pay = You owe { $amount }. Please pay by the end of { $day }.
means-pay-provisional = As things stand, you would owe { $amount }. You need not pay anything yet.
means-pay-referred = If the proposal is accepted, you owe { $amount }. You need not pay anything yet.
means-receive = You receive { $amount } by the end of { $day }. You don't have to do anything.
means-receive-provisional = As things stand, you would receive { $amount }. The money is not paid out yet.
means-receive-referred = If the proposal is accepted, you receive { $amount }. The money is not paid out yet.
means-nothing-for-claimant = Your claim for { $amount } is refused.
means-nothing-for-claimant-unnamed = Your claim is refused.
means-nothing = You owe nothing and don't have to do anything.
means-nothing-provisional = As things stand, you owe nothing.
means-nothing-referred = If the proposal is accepted, you owe nothing.
means-open-pay = If the proposal is accepted, you pay { $head }. How much that is, is not known yet. You need not pay anything now.
means-open-receive = How much you get for { $head }, and from whom, is not settled yet. A person decides.
means-open = Who bears { $head }, and how much it comes to, is not settled yet. A person decides.
means-released = If money for this order is still held back, it is now released to you.
means-no-action = You don't have to do anything.
means-kept = You keep the money for this order.
means-answer = You can still answer the evidence against you. Please do so by the end of { $day }.
means-asked = By the end of { $day }, please send { $kind }, if you have it.
means-platform-fund = { $payer_cap } pays from its own fund. Nobody has to pay it back.
agent-question = Open: { $question }
agent-no-letters = No letter goes to the parties by machine in this case (clause { $clause }). A person writes to them.
agent-evidence = Still obtainable from { $party }: { $kind }.
reason-rule = A rule asks for a person.
reason-unknown_rule = It is unknown whether a rule that asks for a person applies.
reason-deadlock = Both sides have strong evidence, and neither is ahead.
reason-gap = No rule says what follows here.
reason-conflict = Rules contradict each other.
reason-unknown = Something unknown could change the result.
reason-missing_amount = The amount cannot be computed, because a sum is missing.
reason-courier_measure = A measure against a courier is never decided by a machine.
reason-account_measure = A measure on an account is never decided by a machine.
reason-guarantee = The outcome would break a promise of the policy.
reason-no_fault = The rules would make someone pay who was not shown at fault and had nothing to show.
reason-parameter = A number of the policy has no value on the day of the order.
reason-engines = The two engines did not agree. There is no proposal.
desk = It goes to the { $desk ->
    [logistics] logistics desk
    [sellers] desk for sellers
    [warranty] warranty desk
    [payments] payments desk
    [safety] safety desk
   *[other] responsible desk
}.

promise = The policy promises you: { $text }
promise-other = A promise to { $party } was kept. { $text }
clause = Clause { $clause }

# What happened
heading-timeline = What happened

# 5 The questions
heading-questions = Why
legend = The strength of a piece of evidence is slight, moderate, strong or conclusive. The strongest one on each side counts.
raised = { $party_cap } raised this question.
not-raised = Nobody disputed this.
had-to-show = It was for { $party } to prove this: { $statement }
had-to-show-because = Why: { $reason }
standard-ordinary = To be proven, an answer needs evidence that is at least { $least } and stronger than the other side's.
standard-ordinary-lead = To be proven, an answer needs evidence that is at least { $least } and { $steps } steps stronger than the other side's.
standard-clear = To be proven, an answer needs { $least } evidence, with at most { $most } evidence against it.
answer-yes = Yes
answer-no = No
heading-idle = Nothing turned on the questions below. Any other answer would have led to the same result.
nothing-speaks = No evidence.
set-aside = Set aside: { $reason }
found-evidence = Proven: { $statement }
found-burden = Neither answer is proven. It was for { $party } to prove it, so the question goes against { $party }.
short-of-all = No evidence that counts speaks for “{ $answer }”.
short-of-least = The best evidence for “{ $answer }” is { $best }. At least { $least } was needed.
short-of-other = The best evidence for “{ $answer }” is { $best }, and the best against it is { $other }. It is not far enough ahead.
found-undisputed = Not disputed: { $statement }
open-question = Something unknown could change this answer.
withheld = The evidence shows { $gist }. The details are not given here, to protect a person.

strength-1 = slight
strength-2 = moderate
strength-3 = strong
strength-4 = conclusive

# 8 The evidence
heading-evidence = All the evidence
column-item = Item
column-from = From
column-strength = Strength
column-effect = Effect
on-record = not weighed
effect-pivotal = It counted in the decision.
effect-supporting = It supports the decision.
effect-outweighed = Matched or outweighed by opposing evidence.
effect-none = No effect on the result.
effect-rejected = Not admitted. { $reason }
effect-limited = It counts only as slight. { $reason }

dated = { $day }: { $what }
record-claim = Claim: { $claim }
record-order = Order of { $total }
record-order-unknown = Order
record-tracking_event = { $code ->
    [accepted] Scan: accepted by the carrier
    [in_transit] Scan: on the way
    [out_for_delivery] Scan: out for delivery
    [attempted] Scan: delivery attempted
    [delivered] Scan: delivered
    [held] Scan: held
    [returned] Scan: returned
    [lost] Report: lost
    [damaged] Report: damaged
    [not_received] Report: never received from the seller
    [exception] Report: irregularity
   *[other] Tracking data
}
record-tracking_event-place = { record-tracking_event }, { $distance_m } m from the address
record-courier_report = Courier app: { $code ->
    [assigned] order assigned
    [picked_up] order picked up
    [arrived] arrived
    [handed_over] handed over
    [cancelled] order cancelled
    [incident] incident reported
   *[other] report
}
record-courier_report-plain = Courier app: report
record-handover = Hand-over by { $proof ->
    [signature] signature
    [photo] photo
    [code] code
   *[other] word only
}
record-message = Message
record-statement = Statement of { $by }: { $says ->
    [not_received] the parcel did not come
    [received] the parcel came
    [courier_cancelled] why the order was cancelled
    [damaged] the goods are damaged
    [handed_over] what was handed over
   *[other] own account
}
record-reading = { $by ->
    [operator] An employee read
    [detector] A program read
   *[other] The sender described
} { $says ->
    [posting_receipt] a posting receipt
    [collection_note] a collection note
    [hospital_note] a hospital note
    [signature] a signature
    [delivery_photo] a delivery photo
    [damage] damage
   *[other] the content
} ({ $of })
record-reading-own = { $by ->
    [operator] An employee read
    [detector] A program read
   *[other] The sender described
}: { $says } ({ $of })
record-photo = Photo
record-document = Document
record-notice = Notice to { $to }: { $answer ->
    [received] answered on { $answered }
    [declined] declined on { $answered }
    [open] still open
   *[none] no answer by { $deadline }
}
record-context = On record: { $what ->
    [outage] outage
    [severe_weather] severe weather
    [holiday] public holiday
    [strike] strike
    [incident] incident
   *[other] something that the policy takes into account
}
record-history = Earlier cases of { $party }
record-unknown = Unreadable record
record-private = { $gist }, details withheld
own-words = { $party_cap } writes: “{ $text }”

admission-ARB420 = This kind of record is not known.
admission-ARB421 = It holds a field that is not known.
admission-ARB422 = A value is missing or invalid.
admission-ARB423 = A time has no zone.
admission-ARB424 = It is dated after the decision.
admission-ARB425 = It names a party that is not known.
admission-ARB426 = Its sender may not submit this kind of record.
admission-ARB427 = The attached file is missing.
admission-ARB428 = The attached file is not the one that was announced.
admission-ARB429 = The attached file is too large.
admission-ARB430 = Its id is used twice.
admission-ARB431 = It refers to a record that is not there or was not admitted.
admission-ARB432 = It speaks for another party.
admission-ARB440 = A program read it, and no person has confirmed it.
admission-ARB441 = A party described its own picture or paper.
admission-other = It does not fulfil the conditions for records.

# 9 The money
heading-money = The money
term-order_price = Price of the goods
term-order_total = Total of the order
term-order_delivery_fee = Delivery fee
term-claim_amount = Amount claimed
term-already_made_good = Already refunded
term-fixed = Fixed amount
term-missing = missing
money-sum = { $payer_cap } to { $payee }
money-sum-nothing = Owed
money-capped = The sum is limited to what was claimed.
money-capped-paid = No more is given back than was paid for the order.
money-none = This claim is not about money. A refund for the order needs a separate claim.
money-zero = Nothing is owed, so there is nothing to compute.
money-rounding = All amounts are exact. Nothing was rounded.
money-person = A person settles the sum.

# 10 Protection
heading-protection = How each party was protected
heard = The evidence was sent to { $party }, who could answer.
heard-answered = The evidence was sent to { $party }, who answered on { $day }.
heard-silent = The evidence was sent to { $party }, who gave no answer by { $day }.
not-heard = { $party_cap } has not answered the evidence yet. Nothing is decided before { $party } has had the chance.
nobody-loses = No party is worse off by this, so none had to be heard first.
no-machine-courier = Only a person can decide a measure or a charge against a courier.

# 11 What would have changed it
heading-change = What would have changed the decision
can-still = { $party_cap } can still send { $evidence }.
then-mattered = The result would be different with { $evidence }.
without-record = Without { $ref } the result would be different: { $record }.
result-nothing = Then nobody would have to pay.
result-pays = Then { $payer } would have to pay { $amount } to { $payee }.
result-measure = Then this would follow: { $statement }
result-none = Then a person would have to decide.
change-none = No further piece of evidence that someone can send would change the result.
change-bounded = More combinations exist than were tried.

# 12 Next
heading-next = What happens next
next-pay = { $payer_cap } pays by the end of { $day }.
next-hear = { $party_cap } can answer the evidence until the end of { $day }.
next-ask = { $party_cap } is asked to send { $kind } by the end of { $day }.
next-ask-field = { $party_cap } is asked to complete the record of { $kind } by the end of { $day }.
next-person = An employee decides by the end of { $day }.
next-nothing = Nothing more happens unless someone appeals.
next-measure = This takes effect at once.
kind-document = a document
kind-photo = a photo
kind-handover = proof of the hand-over (a signature, a photo or a code)
kind-tracking_event = the tracking data
kind-statement = a statement
kind-message = messages
kind-courier_report = the report of the courier app
kind-order = the order
kind-claim = the claim
kind-scan_place = the place of the scan
kind-other = further records

# 13 Appeal
heading-appeal = If you disagree
appeal-until = You can appeal until the end of { $day }.
appeal-grounds = You can appeal with new evidence, or because a rule was applied wrongly.
appeal-person = Someone who took no part in this decision reviews it.
appeal-decisive = This would change the result: { $evidence }.
respond-until = You can send your view and evidence until the end of { $day }.
respond-then = You can appeal the decision that follows within { $days } days of its date.
how-to-reply = Reply to the message that brought this letter, and name case { $case }.

# 14 How it was decided
heading-how = How this was decided, and how to check it
how-machine = Rules decided this case. Two separate programs applied every rule and came to the same result.
how-proposal = Rules made the proposal. Two separate programs applied every rule and came to the same result. A person decides.
how-disagreed = Two separate programs applied the rules and did not come to the same result. No machine decided anything.
how-policy = Policy: { $title }, version { $version }, clauses { $clauses }.
how-digests = Check codes: policy { $policy }, case { $casecode }, decision { $decision }.
how-versions = Made with arbiter { $arbiter }, { $engines }.
how-verify = Anyone who has the decision file can check it with: arbiter verify { $file }
for-you = you
means-pay-held = { $amount } is taken from the money held for this order. You do not have to pay anything more.
means-pay-held-part = You owe { $amount }. Of this, { $held } is taken from the money held for this order. Please pay the other { $rest } by the end of { $day }.
together = Together these count as { $strength }.
money-total = The whole order cost { $total }. This decision is about { $head }.
heard-you = The evidence against you was sent to you, and you could answer.
heard-answered-you = The evidence against you was sent to you. You answered on { $day }.
heard-silent-you = The evidence against you was sent to you. You gave no answer by { $day }.
not-heard-you = You have not answered the evidence yet. Nothing is decided before you have had the chance.
heading-change-open = What would change the result
can-still-you = You can still send { $evidence }.
without-records = Without { $first_ref } and { $second_ref } the result would be different: { $first }; { $second }.
next-hear-you = You can answer the evidence until the end of { $day }.
next-ask-you = You are asked to send { $kind } by the end of { $day }.
next-ask-field-you = You are asked to complete the record of { $kind } by the end of { $day }.
zone = All times are { $zone } time.
next-pay-you = You pay by the end of { $day }.
next-pay-held = The money held for this order is used for it by the end of { $day }.
next-pay-held-part = By the end of { $day }, { $held } is taken from the money held for this order. { $payer_cap } pays the other { $rest } by then.
next-pay-held-part-you = By the end of { $day }, { $held } is taken from the money held for this order. You pay the other { $rest } by then.
can-still-appeal = An appeal is possible until the end of { $day }. With it { $party } can still send { $evidence }.
can-still-appeal-you = An appeal is possible until the end of { $day }. With it you can still send { $evidence }.
asked = { $party_cap } was asked for its side and could answer.
asked-answered = { $party_cap } was asked for its side and answered on { $day }.
asked-silent = { $party_cap } was asked for its side and gave no answer by { $day }.
asked-you = You were asked for your side and could answer.
asked-answered-you = You were asked for your side and answered on { $day }.
asked-silent-you = You were asked for your side and gave no answer by { $day }.
heading-meaning-decided = What an employee should know
change-other = No single further record would change the result, unless it contradicts its sender's own records. Several changes at once could.

# Parts of an order
line-titled = “{ $title }”
line-untitled = line { $number } of the order
line-units = { $units ->
    [1] { $line }
   *[other] { $units } units of { $line }
}
line-some = { $units } of { $claimed } units of { $line }
and-line = { $first }, { $second }
and-lines = { $first } and { $lines ->
    [one] 1 more line
   *[other] { $lines } more lines
}
for-parts = For { $subject }: { $statement }
more-groups = { $groups ->
    [one] 1 more group of parts is not told here: { $subject }. It is in the decision file.
   *[other] { $groups } more groups of parts are not told here: { $subject }. They are in the decision file.
}
record-item = From the order, { $line }: { $price } each, { $ordered } ordered, { $claimed } claimed
record-item-unpriced = From the order, { $line }: { $ordered } ordered, { $claimed } claimed
record-statement-claim = Statement of { $by }: { $claim }
record-statement-own = Statement of { $by }: { $says }
record-statement-plain = Statement of { $by }
record-message-own = Message: { $says }
record-context-own = On record: { $says }
record-declared = { $kind }
both = { $first } { $second }
record-lines = { $lines ->
    [one] 1 more line of the order
   *[other] { $lines } more lines of the order
}

# Questions with answers of their own, and questions that the records settle
had-to-make-clear = It was for { $party } to make this clear.
nobody-shows = The records settle this. Nobody has to prove anything.
needed-together = At least { $count } of these are needed together.
fact-on-record = fact
standard-ordinary-own = To be proven, an answer needs evidence that is at least { $least } and stronger than that for any other answer.
standard-ordinary-own-lead = To be proven, an answer needs evidence that is at least { $least } and { $steps } steps stronger than that for any other answer.
facts-on-record = This follows from what is on record.
found-unclear = None of the answers is proven. It was for { $party } to make this clear, so the question goes against { $party }.
short-of-all-own = No evidence that counts speaks for any answer.
short-of-least-own = The best evidence for an answer is { $best }. At least { $least } was needed.
short-of-other-own = The best evidence for an answer is { $best }, and the best for another is { $other }. It is not far enough ahead.
found-on-record = The records settle this: { $statement }
found-otherwise = Nothing on record says otherwise: { $statement }
found-at-odds = The records speak for different answers. Without a clear one, this stands: { $statement }
found-unraised = Nobody raised this, so it stays open: { $statement }

# Gates, parts and several claims
gate-refused = A condition that comes first is not met, so nothing is owed. { $reason }
gate-refused-nothing = A condition that comes first is not met, so nothing follows. { $reason }
reason-gate = A condition that comes first is not met, so a person decides. { $reason }
reason-parts = It is unknown which items of the order are claimed.
reason-prior = An earlier claim of this case is not settled yet, and whatever it gives is deducted here.
other-claims = This letter is about one claim: { $claim }, filed on { $day }. { $claims ->
    [1] The other claim of this case has a letter of its own.
   *[other] The { $claims } other claims of this case have letters of their own.
}

# More about the money
term-item_price = Price of what is claimed
term-item_unit_price = Price of one unit
term-item_quantity = Units ordered
term-item_claimed = Units claimed
term-parameter = Fixed by the policy, clause { $clause }
term-field = From the records: { $kind }
term-field-named = From the records: { $field }
term-number = Number in the rule
money-of = { $label } ({ $head })
money-times = { $subject }: { $count } × { $amount }
money-note-of = For { $head }: { $note }
money-formula = This is how it is computed: { $formula }
money-formula-parts = This is how it is computed for { $subject }: { $formula }
formula-value = { $value }
formula-plus = { $left } + { $right }
formula-minus = { $left } − { $right }
formula-times = { $left } × { $right }
formula-over = { $left } ÷ { $right }
formula-brackets = ({ $inner })
formula-list = { $left }; { $right }
formula-min = the smaller of ({ $values })
formula-max = the larger of ({ $values })
formula-round-up = ({ $values }), rounded up
formula-round-down = ({ $values }), rounded down
formula-business-days = the business days between ({ $values })
money-prior = Another claim of this case ({ $claim }) already gives { $payee } { $amount } for the same loss.
money-prior-deducted = Another claim of this case ({ $claim }) already gives { $payee } { $amount } for the same loss. This is taken off here.
money-total-several = The whole order cost { $total }. This decision is about: { $head }.
result-no-measure = Then this would not follow: { $statement }
result-pays-too = And { $payer } would have to pay { $amount } to { $payee }.
more-sums = { $groups ->
    [one] 1 more group, { $subject }
   *[other] { $groups } more groups, { $subject }
}
value-unknown = unknown
money-parts = Which items are claimed is unknown, so there is nothing to compute yet.
money-rounded = An exact amount was no whole number of the smallest coin. It was rounded to the nearest one, and a half to the even one.

# Deadlines and what may follow
business-day = business day { $count } after { $day }
business-days = { $days ->
    [one] { $days } business day
   *[other] { $days } business days
}
respond-then-business = You can appeal the decision that follows within { $days ->
    [one] { $days } business day
   *[other] { $days } business days
} of its date.
next-person-later = After that, an employee decides within { $span }.
evidence-or = { $first }, or { $second }
kinds-or = { $first } or { $second }
evidence-as = { $evidence } ({ $kinds })
next-any-of = One of the kinds of evidence that { $party } is asked for is enough, unless more of it is required.
next-any-of-you = One of the kinds of evidence that you are asked for is enough, unless more of it is required.
next-ask-lines = { $party_cap } is asked to say which items of the order are claimed, by the end of { $day }.
next-ask-lines-you = You are asked to say which items of the order you claim, by the end of { $day }.
means-asked-field = By the end of { $day }, please complete the record of { $kind }.
agent-evidence-field = Still to be completed by { $party }: the record of { $kind }.
agent-evidence-lines = Still to be said by { $party }: which items of the order are claimed.
means-asked-lines = By the end of { $day }, please say which items of the order you claim.
next-sequel = { $party_cap } can still send { $kind } by the end of { $day }.
next-sequel-you = You can still send { $kind } by the end of { $day }.
next-sequel-later = { $party_cap } can still send { $kind } within { $span } of the decision.
next-sequel-later-you = You can still send { $kind } within { $span } of the decision.
measure-lasts = { $statement } This lasts until the end of { $day }.
measure-would-last = { $statement } This would last { $span } from the decision.
may-send = You may also send { $kind }. Nobody asks you to.
kind-reading = what someone reads in a document or a photo
kind-notice = a notice
kind-context = what is on record about that day
kind-history = earlier cases
kind-item = the items of the order

# What comes first, and what was not needed
gate = A condition that comes first
gate-fact = { $name }: { $value }. What the condition needs: { $required }.
gate-fact-record = On record: { $value }. What the condition needs: { $required }.
gate-fact-none = There is no record of this kind: { $kind }.
gate-fact-nothing = Nothing on record fulfils this condition.
gate-not-met = The condition is not met, so nothing is owed.
gate-not-met-nothing = The condition is not met, so nothing follows.
gate-not-met-person = The condition is not met, so a person decides.
needed-most = at most { $limit }
needed-least = at least { $limit }
needed-more = more than { $limit }
needed-less = less than { $limit }
needed-between = between { $low } and { $high }
needed-known = a known value
needed-unknown = nothing on record
value-known = known
value-withheld = not told here
near-gate = The result would be different with { $required } instead of { $value } here: { $name }.
near-gate-record = The result would be different with { $required } instead of { $value } in { $ref }: { $name }.
question-not-needed = The answer was not needed, because a condition that comes first is not met.
effect-not-needed = Not needed for the decision.
field-minutes_after_placed = time since the order was placed
field-minutes_after_accepted = time since the carrier accepted it
field-minutes_after_delivered = time since the last delivery scan
field-minutes_after_claim = time since the claim was filed
field-minutes_late = delay against the promised time
field-minutes_to_answer = time until the answer
field-distance_m = distance from the address

# Limits, and less than was claimed
limit-parameter = set by the policy, clause { $clause }
limit-field = a value in { $kind }
limit-fixed = fixed amount in the rule
money-limit = No more than
money-limit-named = No more than: { $limit }
money-limit-formula = This is how the limit is computed: { $formula } = { $limit }
money-cap = This comes to { $before }, more than the limit of { $limit }. So the sum was cut to the limit.
money-cap-of = No more than { $limit } is given, so the sum was cut.
money-cap-of-named = No more than { $limit } is given ({ $name }), so the sum was cut.
money-cap-used = Of the limit of { $limit }, { $used } was given already. So { $before } was cut to { $left }, which is what is left.
formula-is = { $left } = { $right }
less-than-claimed = You claimed { $claimed } and get { $amount }, because { $reason }.
less-than-claimed-open = You claimed { $claimed }. As things stand, you would get { $amount }, because { $reason }.
less-and = { $first }, and because { $second }
less-open = the rest is not settled yet
less-limit = no more than { $limit } is given here
less-limit-named = no more than { $limit } is given here ({ $name })
less-paid = no more is given back than was paid for the order
less-gate = a condition that comes first is not met for { $subject }
less-nothing = nothing is owed for { $subject }
less-already = { $amount } was given already
less-computed = that is what the rules and the records come to
reason-missing_amount-named = The amount cannot be computed, because this is unknown: { $names }.
reason-missing_amount-currencies = The amount cannot be computed, because there are sums in different currencies.
reason-gap-bearer = No rule says who bears this.

# 3 What each side said
heading-said = What each side said and asked for
said-claim-amount = { $claim }: asks for { $amount }
said-claim = Claim: { $claim }
said-dated = { $what }. { $quote }
said-sent = Evidence sent in: { $refs }
said-nothing = Nothing from this side is on record.

# 6 Your points
heading-points = Your points, one by one
point-accepted = Accepted ({ $refs }). It supports what was found: { $statement }
point-outweighed = Weighed ({ $refs }). It supports this: { $statement } The evidence against it is stronger.
point-not-enough = Weighed ({ $refs }). It supports this: { $statement } It was not enough to show it.
point-set-aside = Not counted ({ $refs }). { $reason }
even-if-same = Even if it had been enough, the result would be the same.
even-if-other = Had it been enough, the result would be different.

# 7 What nearly applied
heading-nearly = Rules that gave way or nearly applied
gave-way = This rule applied too, but another one goes before it.
near-miss = With { $required } instead of { $value } in { $ref } ({ $name }), the result would be different.

# What laws ask to be told: see arbiter/report/profiles. Only under measures and automated results.
profile-ground = The measure rests on clause { $clause } of the policy: { $statement }
profile-lasts = The measure would last { $span }.
profile-scope-open = The measure is not limited to one country, and no end is set for it.
profile-scope-lasts = The measure is not limited to one country, and would last { $span }.
profile-fully = A program decided this by rules, and no person took part.
profile-partially = A program proposed this by rules, and a person decides.
profile-not-automated = A person decides this without a proposal by a program.
profile-detected = A program also read evidence that counted.
profile-not-detected = No program looked for it. It came up through a party's claim.
profile-before = You get these reasons before the measure takes effect.
profile-dsa-appeal = About the measure itself you can complain for longer, free of charge: for { $span } from its date. A qualified person decides the complaint, never a program alone.
profile-dsa-redress = You can also turn to a certified out-of-court dispute settlement body, or to a court.
profile-gdpr-data = These records counted for the result: { $refs }. The table of the evidence says where each comes from, what it shows and how it counted.
profile-gdpr-none = No record counted for the result by itself: it follows from who had to prove what.
profile-gdpr-principle = The evidence on each side of a question is compared by its strength. If no answer is proven, the question goes against whoever had to prove one.
profile-gdpr-change = The section about what would change the result says whether other data would have led to another one, and which.
profile-gdpr-person = You can ask for a person to look at the case, give your own view, and contest the result.
profile-work-person = Only a person decides about the measure.
profile-work-contact = You can talk about the facts and the reasons with: { $text }
profile-work-review = If you ask for a review, a person answers you in writing within two weeks.
profile-p2b-complaint = You can explain the facts from your side in a complaint to { $platform }, free of charge.
profile-p2b-mediators = { $platform_cap } is ready to settle the dispute with the help of these mediators: { $text }
profile-cn-complaint = You can complain about the measure to { $platform }. The measure is then checked again, and you are told the result.
profile-cn-person = If only programs handled your complaint, you can ask for a person to judge it.
profile-cn-burden = It was for { $party } to prove this.
profile-ru-complaint = Before you go to court, you can send { $platform } a complaint about the measure.
profile-version = The measure rests on version { $version } of the policy. By the code { $code } this version can be found again, even after a change.

# Short forms for tickets
reply-code = Check code of the decision: { $decision }
reply-rest = The full letter says the rest.
note-why = Why a person decides

# In PDF only
unshown = A character that the fonts of this letter do not have stands as its number in Unicode, like [U+0000].
