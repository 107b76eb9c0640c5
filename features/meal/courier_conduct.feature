Feature: A complaint about a courier

  Scenario: A recording clears the courier
    Given the case "meal/courier_conduct/auto"
    When the case is decided
    Then nobody pays anything, because the claim is not about money
    And the question misconduct is answered no, by evidence
    And the courier gets an exemption because of clear-courier
    And the decision is final

  Scenario: Silence alone has no consequence
    Given the case "meal/courier_conduct/by-burden"
    When the case is decided
    Then nobody pays anything, because the claim is not about money
    And the question misconduct is answered no, by burden
    And the customer had to show misconduct
    And no measure follows
    And the promise silence-is-no-guilt to the courier is kept
    And the decision is final

  Scenario: Insults in the chat
    Given the case "meal/courier_conduct/referred"
    When the case is decided
    Then nobody pays anything, because the claim is not about money
    And the question misconduct is answered yes, by evidence
    And the courier gets a warning because of warn-courier
    And the courier has been heard
    And a person decides because of warn-courier
    And a person decides because of shown-to-a-person
