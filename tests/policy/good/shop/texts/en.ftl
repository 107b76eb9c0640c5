policy_title = A small shop

scanned = The carrier scanned the parcel on { $scanned__at }.
    .missing = A delivery scan.
far_away = The scan was made { $far_away__distance_m } m away. The limit is { $far_from } m.
    .missing = A scan far away.
    .otherwise = It would be different if it were near.
signed = Somebody signed.
    .missing = A signature.
receipt = There is a posting receipt.
    .missing = A posting receipt.
denies = The customer says that nothing came.
    .missing = A statement that nothing came.

sent = Was it sent?
    .yes = It was sent.
    .no = It was not sent.

arrived = Did it arrive?
    .yes = It arrived.
    .no = It did not arrive.
    .custody = The carrier had it.
    .by-hand = From { $large_from } on, only a signature counts.

missing = Something did not come
    .praise = It arrived, and the shop is commended.
    .large = A person decides about claims from { $large_from } on.
    .kept = A shop that sent the goods keeps the price.
price = the price
    .refund = It did not arrive, so the price is owed.
    .keep = It arrived, so nothing is owed.
    .shop-bears = The shop did not send it.
    .carrier-bears = The carrier had it.
    .pool-bears = The pool bears large sums.
