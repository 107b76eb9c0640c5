Feature: A transfer that somebody else ordered

  Scenario: A new device, and no second step
    Given the case "exchange/unauthorised/auto-no-second-step"
    When the case is decided
    Then the platform pays the buyer 275.80 EUR for outgoing because of exchange-refunds
    And the question authorised is answered no, by evidence
    And the decision is final

  Scenario: The customer confirmed the transfer by telephone
    Given the case "exchange/unauthorised/auto-confirmed-by-call"
    When the case is decided
    Then nobody pays for outgoing because of own-order
    And the question authorised is answered yes, by evidence
    And stolen_number would have changed the decision
    And the buyer has been heard
    And the decision is final

  Scenario: The exchange keeps the record of the login to itself
    Given the case "exchange/unauthorised/by-burden-log-withheld"
    When the case is decided
    Then the platform pays the buyer 64.00 EUR for outgoing because of exchange-refunds
    And the question authorised is answered no, by burden
    And the platform had to show authorised
    And the decision is final

  Scenario: Somebody was given the code
    Given the case "exchange/unauthorised/referred-code-given-away"
    When the case is decided
    Then this is a proposal for the safety desk, because of code-given-away
    And the platform pays the buyer 390.00 EUR for outgoing because of exchange-refunds

  Scenario: The books have the amount back already
    Given the case "exchange/unauthorised/referred-given-back-before"
    When the case is decided
    Then this is a proposal for the payments desk, because of given-back-before
    And the platform pays the buyer 64.00 EUR for outgoing because of exchange-refunds
