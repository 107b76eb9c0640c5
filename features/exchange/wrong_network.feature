Feature: Coins were sent to the exchange on another network

  Scenario: The customer was warned, and the coins are within reach
    Given the case "exchange/wrong_network/auto-customers-slip"
    When the case is decided
    Then the platform pays the buyer 442.00 EUR for deposit because of exchange-recovers
    And the question in_reach is answered yes, by evidence
    And the buyer has been heard
    And the decision is final

  Scenario: The deposit page itself named this network
    Given the case "exchange/wrong_network/auto-page-named-it"
    When the case is decided
    Then the platform pays the buyer 150.00 EUR for deposit because of exchange-recovers
    And the question in_reach is answered yes, by burden
    And the decision is final

  Scenario: The exchange does not show its deposit page
    Given the case "exchange/wrong_network/by-burden-page-not-shown"
    When the case is decided
    Then the platform pays the buyer 230.00 EUR for deposit because of exchange-recovers
    And the question whose_slip is answered unclear, by burden
    And the platform had to show whose_slip
    And the decision is final

  Scenario: A large deposit that nobody can reach
    Given the case "exchange/wrong_network/referred-large"
    When the case is decided
    Then nobody pays for deposit because of out-of-reach
    And the question in_reach is answered no, by evidence
    And this is a proposal for the payments desk, because of large
