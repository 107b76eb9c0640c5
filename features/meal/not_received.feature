Feature: A meal that did not come

  Scenario: Handed over against a code
    Given the case "meal/not_received/auto"
    When the case is decided
    Then nobody pays for whole_order because of came
    And the question delivered is answered yes, by evidence
    And the customer has been heard
    And the decision is final

  Scenario: Picked up, and nothing is known after that
    Given the case "meal/not_received/by-burden"
    When the case is decided
    Then the platform pays the customer 33.50 EUR for whole_order because of fund-pays-undelivered
    And the question delivered is answered no, by burden
    And the platform had to show delivered
    And the promise cooked-is-paid to the kitchen is kept
    And the decision is final

  Scenario: A dinner for an office, handed over two streets away
    Given the case "meal/not_received/referred-large"
    When the case is decided
    Then the platform pays the customer 640.00 EUR for whole_order because of fund-pays-undelivered
    And the question delivered is answered no, by evidence
    And the argument app-says-so is set aside because of app_elsewhere
    And this is a proposal for the payments desk, because of large
