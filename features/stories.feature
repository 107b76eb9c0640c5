Feature: Stories that happened and must come out right

  Scenario: A courier in the snow takes a woman in labour to hospital, and the customer's meal does not come
    Given the case "stories/snow"
    When claim refund of the case is decided
    Then the platform pays the customer 31.40 EUR for whole_order because of fund-pays-undelivered
    And the question food_made is answered yes, by evidence
    And the promise cooked-is-paid to the kitchen is kept
    And the letter to the customer says "the delivery was cancelled" and nowhere "Elisabeth"
    And the decision is final

  Scenario: The courier in the snow gets no points
    Given the case "stories/snow"
    When claim appeal of the case is decided
    Then nobody pays anything, because the claim is not about money
    And the courier gets an exemption because of exempt
    And the courier gets a commendation because of commend
    And the letter to the kitchen says "an emergency" and nowhere "hospital"
    And the decision is final

  Scenario: Oil on a dress of 700 yuan
    Given the case "stories/dress"
    When the case is decided
    Then the platform pays the customer 85.00 CNY for cleaning because of fund-cleans
    And nobody pays for replacement because of not-replaced-yet
    And the question spill_by is answered way, by evidence
    And no measure follows
    And the decision is final

  Scenario: The oil did not come out of the dress
    Given the case "stories/dress-cleaned-in-vain"
    When the case is decided
    Then the platform pays the customer 615.00 CNY for replacement because of fund-replaces
    And the question cleaning_failed is answered yes, by evidence
    And the decision is final

  Scenario: A birthday cake that the shop cannot bake
    Given the case "stories/birthday-cake"
    When the case is decided
    Then the kitchen pays the customer 86.00 EUR for whole_order because of kitchen-returns-all
    And nobody pays for substitute because of find-another-now
    And the question day_is_near is answered yes, by evidence
    And the kitchen has been heard
    And the decision is final

  Scenario: Dumplings late on the winter solstice
    Given the case "stories/winter-solstice"
    When the case is decided
    Then the platform pays the customer 42.00 CNY for delay because of fund-pays-way
    And the platform pays the customer 7.00 CNY for delivery_fee because of platform-returns-fee
    And the question special_day is answered yes, by evidence
    And the courier gets an exemption because of special-day-exempts
    And the promise own-minutes-only to the kitchen is kept
    And the decision is final

  Scenario: Too bland, and the order had asked for no chilli
    Given the case "stories/too-bland"
    When the case is decided
    Then nobody pays for dishes because of as-ordered
    And the question poor is answered yes, by evidence
    And the question as_asked is answered mild, by evidence
    And the promise cooked-as-asked to the kitchen is kept
    And the customer has been heard
    And the decision is final

  Scenario: Delivered by a scan, an order of 800, and no signature
    Given the case "stories/no-signature-at-800"
    When the case is decided
    Then the platform pays the buyer 800.00 EUR because of platform-bears
    And the question delivered is answered no, by burden
    And the argument scan is set aside because of signature-required
    And signed would have changed the decision
    And the promise shipped-seller-keeps-price to the seller is kept
    And this is a proposal for the payments desk, because of large

  Scenario: The third missing dish in 30 days
    Given the case "stories/third-missing-claim"
    When the case is decided
    Then nobody pays for dishes because of all-there
    And the customer is asked for a document
    And the customer is asked for a photo
    And no measure follows
    And the promise asking-costs-nothing to the customer is kept
    And the decision is not final yet

  Scenario: Two orders of one trip were swapped
    Given the case "stories/two-orders-swapped"
    When the case is decided
    Then the platform pays the customer 18.50 EUR for dishes because of fund-pays-swap
    And the question swapped is answered yes, by evidence
    And the promise swap-is-not-the-kitchens to the kitchen is kept
    And no measure follows
    And the decision is final

  Scenario: A rule proposes to suspend a courier
    Given the case "stories/suspension-proposed"
    When the case is decided
    Then nobody pays anything, because the claim is not about money
    And the courier gets a suspension because of suspend-courier
    And a person decides because of suspend-courier
    And the courier has been heard
    And the promise no-machine-suspension to the courier is kept
    And the letter to the courier says "within 14 days" and nowhere "vera.simon@example.org"

  Scenario: The photo of an earlier claim is sent in again
    Given the case "stories/same-old-photo"
    When the case is decided
    Then nobody pays anything because of no-damage
    And the argument seen-on-photo is set aside because of seen_before
    And the question came_damaged is answered no, by burden
    And the buyer has been heard
    And the letter to the buyer says "the same photo was sent with an earlier claim" and nowhere "fraud"
    And the decision is final

  Scenario: Another photo after the old one
    Given the case "stories/another-photo"
    When the case is decided
    Then the carrier pays the buyer 58.00 EUR because of carried-badly
    And the question came_damaged is answered yes, by evidence
    And the argument seen-on-photo is set aside because of seen_before
    And the carrier has been heard
    And the decision is final
