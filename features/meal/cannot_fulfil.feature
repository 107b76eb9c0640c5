Feature: An order that the kitchen could not supply

  Scenario: Sold out
    Given the case "meal/cannot_fulfil/auto"
    When the case is decided
    Then the kitchen pays the customer 33.80 EUR for whole_order because of kitchen-returns-all
    And nobody pays for substitute because of find-another
    And the question supplied is answered no, by evidence
    And the decision is final

  Scenario: A power cut, and a dearer substitute
    Given the case "meal/cannot_fulfil/auto-dearer-substitute"
    When the case is decided
    Then the kitchen pays the customer 51.90 EUR for whole_order because of kitchen-returns-all
    And the platform pays the customer 10.00 EUR for substitute because of fund-pays-extra
    And the question unavoidable is answered yes, by evidence
    And the promise not-for-outages to the kitchen is kept
    And the decision is final

  Scenario: Nobody came, and the kitchen is silent
    Given the case "meal/cannot_fulfil/by-burden"
    When the case is decided
    Then the kitchen pays the customer 24.40 EUR for whole_order because of kitchen-returns-all
    And the question supplied is answered no, by burden
    And the kitchen had to show supplied
    And was_handed_over would have changed the decision
    And the decision is final

  Scenario: A wedding dinner cancelled a week before
    Given the case "meal/cannot_fulfil/referred-wedding"
    When the case is decided
    Then the kitchen pays the customer 1240.00 EUR for whole_order because of kitchen-returns-all
    And the kitchen has been heard
    And this is a proposal for the payments desk, because of large
