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
