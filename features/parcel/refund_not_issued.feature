Feature: Refund not paid

  Scenario: The refund failed and was not sent again
    Given the case "parcel/refund_not_issued/auto-refund-failed"
    When the case is decided
    Then the seller pays the buyer 88.00 EUR for price because of seller-owes-refund
    And the question returned is answered yes, by evidence
    And the question refund_paid is answered no, by evidence
    And the seller has been heard
    And the decision is final

  Scenario: The refund is in the books
    Given the case "parcel/refund_not_issued/auto-refund-booked"
    When the case is decided
    Then nobody pays for price because of refund-was-paid
    And the question refund_paid is answered yes, by evidence
    And the promise paid-seller-pays-once to the seller is kept
    And the buyer has been heard
    And the decision is final

  Scenario: The seller is asked whether it paid, and is silent
    Given the case "parcel/refund_not_issued/by-burden-silent-seller"
    When the case is decided
    Then the seller pays the buyer 130.00 EUR for price because of seller-owes-refund
    And the question refund_paid is answered no, by burden
    And the seller had to show refund_paid
    And the decision is final

  Scenario: The goods came back worn, so a person confirms the deduction
    Given the case "parcel/refund_not_issued/referred-came-back-used"
    When the case is decided
    Then the seller pays the buyer 65.00 EUR for price because of seller-owes-refund
    And the question spoilt is answered yes, by evidence
    And a person decides because of goods-were-used
