Feature: A withdrawal from the exchange did not come

  Scenario: The coins went to an address that nobody had named
    Given the case "exchange/withdrawal_not_received/auto-sent-to-another-address"
    When the case is decided
    Then the platform pays the buyer 321.40 EUR for outgoing because of exchange-gives-back
    And the question paid_out is answered no, by evidence
    And the decision is final

  Scenario: The bank confirms the payment to the right account
    Given the case "exchange/withdrawal_not_received/auto-paid-to-the-account"
    When the case is decided
    Then nobody pays for outgoing because of was-paid-out
    And the question paid_out is answered yes, by evidence
    And the buyer has been heard
    And the decision is final

  Scenario: The exchange does not say where the coins went
    Given the case "exchange/withdrawal_not_received/by-burden-exchange-silent"
    When the case is decided
    Then the platform pays the buyer 88.00 EUR for outgoing because of exchange-gives-back
    And the question paid_out is answered no, by burden
    And the platform had to show paid_out
    And the decision is final

  Scenario: The bank confirms the payment and its reversal
    Given the case "exchange/withdrawal_not_received/referred-bank-contradicts-itself"
    When the case is decided
    Then the platform pays the buyer 301.00 EUR for outgoing because of exchange-gives-back
    And this is a proposal for the payments desk, because of paid_out
    And the question paid_out is answered no, by burden
