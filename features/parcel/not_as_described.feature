Feature: Goods not as described

  Scenario: The photo against the offer
    Given the case "parcel/not_as_described/auto-photo-against-offer"
    When the case is decided
    Then the seller pays the buyer 89.00 EUR for price because of offer-was-wrong
    And the question differs is answered yes, by evidence
    And the seller has been heard
    And the promise carrier-bears-no-difference to the carrier is kept
    And the decision is final

  Scenario: The offer had named the flaw
    Given the case "parcel/not_as_described/auto-named-in-offer"
    When the case is decided
    Then nobody pays for price because of as-described
    And the question differs is answered no, by evidence
    And the promise true-offer-bears-none to the seller is kept
    And the buyer has been heard
    And the decision is final

  Scenario: The seller is asked for its offer, and is silent
    Given the case "parcel/not_as_described/by-burden-offer-withheld"
    When the case is decided
    Then the seller pays the buyer 32.00 EUR for price because of offer-was-wrong
    And the question differs is answered yes, by burden
    And the seller had to show differs
    And the decision is final

  Scenario: Two experts against each other
    Given the case "parcel/not_as_described/referred-two-experts"
    When the case is decided
    Then nobody pays for price because of as-described
    And the question differs is answered no, by burden
    And this is a proposal for the sellers desk, because of differs
