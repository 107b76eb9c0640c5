policy_title = Cancelling airline reservations

role_buyer = the customer
    .cap = The customer
    .bare = customer
role_carrier = the airline
    .cap = The airline
    .bare = airline
role_platform = the service desk
    .cap = The service desk
    .bare = service desk

kind_reservation = the reservation
kind_segment = the status of each flight
kind_request = the request with its reason

flown = Has any portion of the reservation been flown?
    .yes = A flight of the reservation has already taken off.
    .no = No flight of the reservation has taken off.

cancellable = Is there a ground on which the reservation can be cancelled?
    .yes = The booking is at most { $free_within } hours old, or the airline cancelled a flight, or it is a business booking, or the insurance covers the reason.
    .no = The booking is more than { $free_within } hours old, the airline cancelled none of its flights, it is not a business booking, and no insurance covers the reason.

fare = the price paid
    .refund = The reservation can be cancelled, so the customer gets back what was paid.
    .no-refund = The reservation cannot be cancelled, so nothing is refunded.
    .airline-pays = The airline sends the refund to the original payment methods.

cancellation = Cancelling a reservation
    .unflown = Once any portion has been flown, a person decides about the rest.
