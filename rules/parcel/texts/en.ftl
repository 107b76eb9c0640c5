policy_title = Parcels between buyer, seller and carrier

# Signals: what a record shows.
accepted_scan = The carrier scanned the parcel as accepted on { $accepted_scan__at }.
    .missing = a scan of the carrier that shows that it accepted the parcel
never_received = The carrier reported on { $never_received__at } that it never received the parcel.
    .missing = a report of the carrier that it never received the parcel
delivered_scan = The carrier scanned the parcel as delivered on { $delivered_scan__at }.
    .missing = a delivery scan of the carrier
scan_elsewhere = The delivery scan of { $scan_elsewhere__at } was made { $scan_elsewhere__distance_m } m from the address. The limit is { $elsewhere_from } m.
    .missing = a delivery scan made too far from the address
    .otherwise = The result would be different with a delivery scan within { $elsewhere_from } m of the address.
signed = The delivery on { $signed__at } was signed for by the buyer or someone in the household.
    .missing = a signature of the buyer or of someone in the household
posting_receipt = An employee of the platform read a posting receipt for this parcel.
    .missing = a posting receipt for this parcel
collection_note = An employee of the platform read a collection note in which the carrier confirms that it took the parcel.
    .missing = a collection note in which the carrier confirms that it took the parcel
denies_receipt = The buyer says that nothing came.
    .missing = a statement of the buyer that nothing came

dispatched = Did the seller hand the parcel over?
    .yes = The seller handed the parcel over to the carrier.
    .no = The seller did not hand the parcel over to the carrier.
    .carrier-silent = The carrier was asked for its tracking data and did not answer.

delivered = Did the parcel reach the buyer?
    .yes = The parcel reached the buyer.
    .no = The parcel did not reach the buyer.
    .custody = The parcel was in the carrier's care.
    .signature-required = For orders of { $signature_from } or more, only a signature proves delivery.
    .place-withheld = The carrier was asked where the scan was made and did not answer. Only a signature counts then.

price = the price of the goods
    .refund = Delivery is not proven, so the buyer must be refunded.
    .no-refund = The parcel reached the buyer, so nothing is owed.
    .seller-bears = It is not proven that the carrier got the parcel, so the seller pays.
    .carrier-bears = The parcel was in the carrier's care, so the carrier pays.
    .platform-bears = At this value a signature was needed, and none had been ordered. So the platform pays from its own fund.

not_received = Parcel not received
    .large = A person decides every claim of { $human_from } or more.
    .shipped-seller-keeps-price = If it counts as proven that the seller handed the parcel over, the seller does not pay for its loss.

# Kinds of record.
kind_dispatch = what is on record about sending the parcel
kind_return_scan = the tracking of the return
kind_refund_entry = the record of the refund
kind_weighing = the weighing of the parcel
kind_service_request = the request to the seller
kind_repair_bill = the repair bill
kind_listing = the offer as it stood on the day of the order

# Late delivery.
says_late = The buyer says that the parcel came late.
    .missing = a statement of the buyer that the parcel came late
late_scan = The carrier scanned the parcel as delivered on { $late_scan__at }. That is later than promised.
    .missing = a delivery scan later than the promised time
    .otherwise = The result would be different if this scan were not later than promised.
timely_scan = The carrier scanned the parcel as delivered on { $timely_scan__at }. That is within the promised time.
    .missing = a delivery scan within the promised time
    .otherwise = The result would be different if this scan were later than promised.
tried_in_time = The carrier tried to deliver within the promised time, on { $tried_in_time__at }.
    .missing = a record that the carrier tried to deliver within the promised time
    .otherwise = The result would be different if the carrier had tried to deliver only after the promised time.
late_out = From the scans: { $late_out__seller_minutes } minutes of the delay passed before the carrier had the parcel, and { $late_out__way_minutes } after that.
    .missing = scans by which the parcel lost most of the time before the carrier had it
    .otherwise = The result would be different if most of the time had been lost on the way.
slow_way = From the scans: { $slow_way__seller_minutes } minutes of the delay passed before the carrier had the parcel, and { $slow_way__way_minutes } after that.
    .missing = scans by which the parcel lost most of the time on its way
    .otherwise = The result would be different if most of the time had been lost before the carrier had the parcel.
disturbed_way = Of the time lost on the way, bad weather or a strike explains { $disturbed_way__nobody_minutes } minutes. The other { $disturbed_way__carrier_minutes } minutes have no such reason.
    .missing = a record of bad weather or a strike that explains most of the time lost on the way
    .otherwise = The result would be different if bad weather or a strike explained less than half of the time lost on the way.
handed_late = By the proof of hand-over, { $handed_late__seller_minutes_handed } minutes of the delay passed before the seller handed the parcel over, and { $handed_late__way_minutes_handed } after that.
    .missing = proof of hand-over by which the seller handed the parcel over too late
    .otherwise = The result would be different if most of the time had been lost after the hand-over.
slow_after_hand = By the proof of hand-over, { $slow_after_hand__seller_minutes_handed } minutes of the delay passed before the seller handed the parcel over, and { $slow_after_hand__way_minutes_handed } after that.
    .missing = proof that the seller handed the parcel over earlier than it was scanned
    .otherwise = The result would be different if most of the time had been lost before the hand-over.
disturbed_after_hand = Of the time lost after the hand-over, bad weather or a strike explains { $disturbed_after_hand__nobody_minutes_handed } minutes. The other { $disturbed_after_hand__carrier_minutes_handed } minutes have no such reason.
    .missing = a record of bad weather or a strike that explains most of the time lost after the hand-over
    .otherwise = The result would be different if bad weather or a strike explained less than half of the time lost after the hand-over.
in_season = The parcel was delivered on { $in_season__at }, in the busy weeks before the holidays.
    .missing = a delivery in the busy weeks before the holidays

late = Did the parcel come later than promised?
    .yes = The parcel came later than promised.
    .no = The parcel came within the promised time.
    .with-carrier = A carrier brought the parcel, so the carrier must show when it came.

held_up = If time was lost, where?
    .at_seller = Most of the time was lost before the carrier had the parcel.
    .on_the_way = Most of the time was lost on the way.
    .by_nobody = Most of the time was lost for a reason that nobody answers for.
    .unclear = It is not shown where time was lost.
    .brought-by-seller = The seller brought the parcel itself, so the seller must show where the time was lost.

delay = compensation for the delay
    .fee-back = The parcel came late, so the buyer gets the delivery fee back.
    .fee-and-share = The parcel came more than { $long_delay } days late, so the buyer gets the delivery fee back and { $long_delay_share } % of the price.
    .not-late = The parcel came in time, so nothing is owed.
    .late-seller = The seller sent the parcel too late, so the seller pays.
    .late-carrier = The carrier took too long, so the carrier pays.
    .nobodys-delay = Neither the seller nor the carrier is to blame for the delay, so the platform pays from its own fund.
    .delay-unclear = Nobody can be shown to have caused the delay, so the platform pays from its own fund.
    .silent-carrier = The carrier was asked for its tracking data and did not send any, so the carrier pays.
    .own-delivery = The seller brought the parcel itself and did not show what held it up, so the seller pays.

late_delivery = Parcel delivered late
    .in-time = Claims can be filed for { $claim_window } days after the delivery, or after the order if no delivery is on record.
    .large-delay = A person decides every claim of { $human_from } or more.
    .buyer-pays-no-delay = The buyer never pays for a delay.
    .timely-seller-pays-none = If the time was not lost at the seller, the seller does not pay for the delay.
    .carrier-keeps-own-minutes = The carrier does not pay for time that was lost at the seller, or through bad weather, a strike or the busy season.
    .promise-known = A person decides if no promised time is on record.
