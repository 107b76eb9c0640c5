Feature: Wrong goods came

  Scenario: Brown boots for black ones
    Given the case "parcel/wrong_items/auto-wrong-colour"
    When the case is decided
    Then the seller pays the buyer 120.00 EUR for price because of sent-wrong
    And the question was_wrong is answered yes, by evidence
    And the promise carrier-bears-none-wrong to the carrier is kept
    And the seller has been heard
    And the decision is final

  Scenario: One photo against the other
    Given the case "parcel/wrong_items/by-burden-photo-against-photo"
    When the case is decided
    Then the seller pays the buyer 80.00 EUR for price because of sent-wrong
    And the question was_wrong is answered yes, by burden
    And the seller had to show was_wrong
    And the decision is final

  Scenario: Claimed 41 days after the delivery
    Given the case "parcel/wrong_items/auto-too-late"
    When the case is decided
    Then nothing is owed, because the gate in-time is shut
    And the buyer has been heard
    And the decision is final

  Scenario: So much money that a person decides
    Given the case "parcel/wrong_items/referred-large"
    When the case is decided
    Then the seller pays the buyer 690.00 EUR for price because of sent-wrong
    And this is a proposal for the payments desk, because of large-sum
