Feature: A trade between customers is paid and not released

  Scenario: The bank confirms the payment, and the other side denies it
    Given the case "exchange/p2p_payment_disputed/auto-bank-confirms"
    When the case is decided
    Then the seller pays the buyer 350.00 EUR for coins because of counterparty-releases
    And the question paid is answered yes, by evidence
    And the seller had to show released
    And the seller has been heard
    And the decision is final

  Scenario: No receipt
    Given the case "exchange/p2p_payment_disputed/by-burden-no-receipt"
    When the case is decided
    Then nobody pays for coins because of not-paid
    And the question paid is answered no, by burden
    And the buyer had to show paid
    And payment_slip would have changed the decision
    And the promise no-payment-no-release to the seller is kept
    And the buyer has been heard
    And the decision is final

  Scenario: Paid from an account in another name
    Given the case "exchange/p2p_payment_disputed/referred-paid-in-another-name"
    When the case is decided
    Then this is a proposal for the payments desk, because of other-payer
    And the seller pays the buyer 410.00 EUR for coins because of counterparty-releases

  Scenario: Nothing but the silence of the other side
    Given the case "exchange/p2p_payment_disputed/referred-on-silence-alone"
    When the case is decided
    Then the seller pays the buyer 95.00 EUR for coins because of counterparty-releases
    And the question paid is answered yes, by burden
    And the seller had to show paid
    And this is a proposal for the payments desk, because of on-silence-alone
