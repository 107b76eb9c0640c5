Feature: Something was missing from the parcel

  Scenario: The carrier weighed the parcel too light
    Given the case "parcel/missing_items/auto-too-light"
    When the case is decided
    Then the seller pays the buyer 19.00 EUR for price because of packed-short
    And the question was_missing is answered yes, by evidence
    And the question box_opened is answered no, by burden
    And the promise closed-not-carriers to the carrier is kept
    And the decision is final

  Scenario: Photo of the packing and scale agree that nothing was missing
    Given the case "parcel/missing_items/auto-packed-and-weighed"
    When the case is decided
    Then nobody pays for price because of nothing-missing
    And the question was_missing is answered no, by evidence
    And the buyer has been heard
    And the decision is final

  Scenario: Opened on its way
    Given the case "parcel/missing_items/auto-opened-on-the-way"
    When the case is decided
    Then the carrier pays the buyer 199.00 EUR for price because of opened-on-way
    And the question was_missing is answered yes, by evidence
    And the question box_opened is answered yes, by evidence
    And the promise opened-not-sellers to the seller is kept
    And the carrier has been heard
    And the decision is final

  Scenario: The seller is asked how it packed, and is silent
    Given the case "parcel/missing_items/by-burden-silent-seller"
    When the case is decided
    Then the seller pays the buyer 14.50 EUR for price because of packed-short
    And the question was_missing is answered yes, by burden
    And the seller had to show was_missing
    And the decision is final

  Scenario: The third like claim in a month
    Given the case "parcel/missing_items/referred-third-claim"
    When the case is decided
    Then nobody pays for price because of nothing-missing
    And the buyer had to show was_missing
    And the buyer is asked for a signed statement
    And a person decides because of third-claim
