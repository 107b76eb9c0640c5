Feature: Parcel not received

  Background:
    Given today is 24 March 2026

  Scenario: Signed by the buyer, who was shown the signature
    Given an order of 80.00 EUR placed on 9 March 2026
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered at the address
    And the buyer signed for the parcel
    And the buyer was shown the evidence and asked for a statement, and answered
    When the buyer claims that nothing came
    Then nobody pays anything because of no-refund
    And the question dispatched is answered yes, by evidence
    And the question delivered is answered yes, by evidence
    And the buyer has been heard
    And nobody is asked for anything more
    And the decision is final

  Scenario: Never handed over, and the seller is silent
    Given an order of 80.00 EUR placed on 2 March 2026
    And the carrier was asked for its tracking data, and answered
    And the carrier was asked for proof of the hand-over, and answered
    And the carrier reported that it never received the parcel
    And the seller was shown the evidence and asked for a document, and gave no answer by 20 March 2026
    When the buyer claims that nothing came
    Then the seller pays the buyer 80.00 EUR because of seller-bears
    And the question dispatched is answered no, by evidence
    And the question delivered is answered no, by burden
    And the seller had to show delivered
    And the seller has been heard
    And nobody is asked for anything more
    And the decision is final

  Scenario: Scanned as delivered 430 m away, and the carrier is silent
    Given an order of 80.00 EUR placed on 9 March 2026
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered 430 m from the address
    And the carrier was shown the evidence and asked for proof of the hand-over, and gave no answer by 19 March 2026
    When the buyer claims that nothing came
    Then the carrier pays the buyer 80.00 EUR because of carrier-bears
    And the question dispatched is answered yes, by evidence
    And the question delivered is answered no, by evidence
    And the argument scan is set aside because of scan_elsewhere
    And the carrier had to show delivered
    And the carrier has been heard
    And the promise shipped-seller-keeps-price to the seller is kept
    And signed would have changed the decision
    And the decision is final

  Scenario: An order of 900.00 without a signature
    Given an order of 900.00 EUR placed on 10 March 2026
    And no signature was ordered
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered at the address
    And the carrier was asked for proof of the hand-over, and answered
    When the buyer claims that nothing came
    Then the platform pays the buyer 900.00 EUR because of platform-bears
    And the question delivered is answered no, by burden
    And the argument scan is set aside because of signature-required
    And signed would have changed the decision
    And this is a proposal for the payments desk, because of large

  Scenario: A posting receipt against the carrier's denial, and nobody has asked the seller
    Given an order of 80.00 EUR placed on 6 March 2026
    And an employee read a posting receipt sent by the seller
    And the carrier reported that it never received the parcel
    When the buyer claims that nothing came
    Then the seller pays the buyer 80.00 EUR because of seller-bears
    And the question dispatched is answered no, by burden
    And the seller is asked for a document
    And the carrier is asked for proof of the hand-over
    And the seller has not been heard yet
    And this is a proposal for the sellers desk, because of dispatched

  Scenario Outline: A scan counts up to 150 m from the address: <distance> m
    Given an order of 80.00 EUR placed on 9 March 2026
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered <distance> m from the address
    And the buyer was shown the evidence and asked for a statement, and answered
    When the buyer claims that nothing came
    Then nobody pays anything because of no-refund
    And the question delivered is answered yes, by evidence
    And the decision is final

    Examples:
      | distance |
      | 0        |
      | 149      |
      | 150      |

  Scenario Outline: Beyond 150 m a scan speaks against delivery: <distance> m
    Given an order of 80.00 EUR placed on 9 March 2026
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered <distance> m from the address
    And the carrier was shown the evidence and asked for proof of the hand-over, and answered
    When the buyer claims that nothing came
    Then the carrier pays the buyer 80.00 EUR because of carrier-bears
    And the question delivered is answered no, by evidence
    And the argument scan is set aside because of scan_elsewhere
    And the decision is final

    Examples:
      | distance |
      | 151      |
      | 20000    |

  Scenario: One cent below the signature limit a scan is enough
    Given an order of 749.99 EUR placed on 9 March 2026
    And no signature was ordered
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered at the address
    And the carrier was asked for proof of the hand-over, and answered
    When the buyer claims that nothing came
    Then nobody pays anything because of no-refund
    And the question delivered is answered yes, by evidence
    And this is a proposal for the payments desk, because of large

  Scenario: At the signature limit only a signature counts, and the pool pays if none was ordered
    Given an order of 750.00 EUR placed on 9 March 2026
    And no signature was ordered
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered at the address
    And the carrier was asked for proof of the hand-over, and answered
    When the buyer claims that nothing came
    Then the platform pays the buyer 750.00 EUR because of platform-bears
    And the question delivered is answered no, by burden
    And the argument scan is set aside because of signature-required
    And this is a proposal for the payments desk, because of large

  Scenario: At the signature limit the carrier pays if a signature was ordered
    Given an order of 750.00 EUR placed on 9 March 2026
    And a signature was ordered
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered at the address
    And the carrier was shown the evidence and asked for proof of the hand-over, and answered
    When the buyer claims that nothing came
    Then the carrier pays the buyer 750.00 EUR because of carrier-bears
    And the carrier had to show delivered
    And this is a proposal for the payments desk, because of large

  Scenario: One cent below the limit for a person the machine decides
    Given an order of 600.00 EUR placed on 9 March 2026
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered 430 m from the address
    And the carrier was shown the evidence and asked for proof of the hand-over, and answered
    When the buyer claims 499.99 EUR because nothing came
    Then the carrier pays the buyer 499.99 EUR because of carrier-bears
    And the decision is final

  Scenario: At the limit for a person a person decides
    Given an order of 600.00 EUR placed on 9 March 2026
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered 430 m from the address
    And the carrier was shown the evidence and asked for proof of the hand-over, and answered
    When the buyer claims 500.00 EUR because nothing came
    Then the carrier pays the buyer 500.00 EUR because of carrier-bears
    And this is a proposal for the payments desk, because of large

  Scenario: Before the deadline has passed, silence is no answer
    Given today is 18 March 2026
    And an order of 80.00 EUR placed on 9 March 2026
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered 430 m from the address
    And the carrier was shown the evidence and asked for proof of the hand-over, and gave no answer by 19 March 2026
    When the buyer claims that nothing came
    Then the carrier pays the buyer 80.00 EUR because of carrier-bears
    And the carrier has not been heard yet
    And the decision is not final yet

  Scenario: A carrier that hides where it scanned loses the scan
    Given an order of 80.00 EUR placed on 9 March 2026
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered at the address
    And the carrier was shown the evidence and asked for the place of the scan, and gave no answer by 19 March 2026
    And the carrier was asked for proof of the hand-over, and gave no answer by 19 March 2026
    When the buyer claims that nothing came
    Then the carrier pays the buyer 80.00 EUR because of carrier-bears
    And the argument scan is set aside because of place-withheld
    And the question delivered is answered no, by burden
    And the decision is final

  Scenario: Before that deadline the scan still counts
    Given today is 19 March 2026
    And an order of 80.00 EUR placed on 9 March 2026
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered at the address
    And the buyer was shown the evidence and asked for a statement, and answered
    And the carrier was shown the evidence and asked for the place of the scan, and gave no answer by 19 March 2026
    When the buyer claims that nothing came
    Then nobody pays anything because of no-refund
    And the question delivered is answered yes, by evidence
    And the decision is final

  Scenario: A carrier that is silent about its tracking data must show that it never had the parcel
    Given an order of 80.00 EUR placed on 9 March 2026
    And the carrier was asked for its tracking data, and gave no answer by 19 March 2026
    And the carrier was asked for proof of the hand-over, and gave no answer by 19 March 2026
    And the seller was asked for a document, and gave no answer by 19 March 2026
    When the buyer claims that nothing came
    Then the carrier pays the buyer 80.00 EUR because of carrier-bears
    And the carrier had to show dispatched
    And the question dispatched is answered yes, by burden
    And the question delivered is answered no, by burden
    And the promise shipped-seller-keeps-price to the seller is kept
    And the decision is final

  Scenario: A neighbour's signature proves nothing at the signature limit
    Given an order of 750.00 EUR placed on 9 March 2026
    And no signature was ordered
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered at the address
    And a neighbour signed for the parcel
    When the buyer claims that nothing came
    Then the platform pays the buyer 750.00 EUR because of platform-bears
    And the question delivered is answered no, by burden
    And this is a proposal for the payments desk, because of large

  Scenario: A neighbour's signature does not outweigh a scan made elsewhere
    Given an order of 80.00 EUR placed on 9 March 2026
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered 430 m from the address
    And a neighbour signed for the parcel
    And the carrier was shown the evidence and asked for proof of the hand-over, and answered
    When the buyer claims that nothing came
    Then the carrier pays the buyer 80.00 EUR because of carrier-bears
    And the question delivered is answered no, by evidence
    And the decision is final

  Scenario: A signature in the household outweighs a scan made elsewhere
    Given an order of 80.00 EUR placed on 9 March 2026
    And the carrier scanned the parcel as accepted
    And the carrier scanned the parcel as delivered 430 m from the address
    And someone in the household signed for the parcel
    And the buyer was shown the evidence and asked for a statement, and answered
    When the buyer claims that nothing came
    Then nobody pays anything because of no-refund
    And the question delivered is answered yes, by evidence
    And the argument scan is set aside because of scan_elsewhere
    And the decision is final

  Scenario: Brought a day later, and signed for
    Given the case "parcel/not_received/auto-signed-the-next-day"
    When the case is decided
    Then nobody pays anything because of no-refund
    And the question delivered is answered yes, by evidence
    And the buyer has been heard
    And the decision is final

  Scenario: Accepted, and never seen again
    Given the case "parcel/not_received/by-burden-lost-on-the-way"
    When the case is decided
    Then the carrier pays the buyer 38.00 EUR because of carrier-bears
    And the question delivered is answered no, by burden
    And the carrier had to show delivered
    And the promise shipped-seller-keeps-price to the seller is kept
    And the decision is final

  Scenario: A posting receipt against the carrier's denial
    Given the case "parcel/not_received/referred-receipt-against-denial"
    When the case is decided
    Then the seller pays the buyer 640.00 EUR because of seller-bears
    And the question dispatched is answered no, by burden
    And a person decides because of dispatched

  Scenario: Two months after the delivery scan
    Given the case "parcel/not_received/refused-too-late"
    When the case is decided
    Then nothing is owed, because the gate in-time is shut
    And the buyer has been heard
    And the decision is final

  Scenario: The books show a refund
    Given the case "parcel/not_received/referred-refund-in-books"
    When the case is decided
    Then this is a proposal for the payments desk, because of refund-in-books
    And the carrier pays the buyer 80.00 EUR for price because of carrier-bears
