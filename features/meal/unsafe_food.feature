Feature: Food that was a danger to health

  Scenario: A laboratory found salmonella
    Given the case "meal/unsafe_food/referred-laboratory"
    When the case is decided
    Then the kitchen pays the customer 28.40 EUR for whole_order because of kitchen-pays-unsafe
    And the question unsafe is answered yes, by evidence
    And the kitchen gets the removal of a listing because of stop-selling
    And the promise no-machine-closes to the kitchen is kept
    And a person decides because of always-a-person
    And a person decides because of stop-selling

  Scenario: A doctor's note, and no hygiene log
    Given the case "meal/unsafe_food/referred-by-burden"
    When the case is decided
    Then the kitchen pays the customer 31.90 EUR for whole_order because of kitchen-pays-unsafe
    And the question unsafe is answered yes, by evidence
    And no measure follows
    And the letter to the kitchen says "an illness" and nowhere "gastroenteritis"
    And this is a proposal for the safety desk, because of always-a-person

  Scenario: Nobody shows anything
    Given the case "meal/unsafe_food/referred-silence"
    When the case is decided
    Then the kitchen pays the customer 22.60 EUR for whole_order because of kitchen-pays-unsafe
    And the question unsafe is answered yes, by burden
    And the kitchen had to show unsafe
    And no measure follows
    And this is a proposal for the safety desk, because of always-a-person

  Scenario: A hygiene log in order, and nothing against it
    Given the case "meal/unsafe_food/referred-log-in-order"
    When the case is decided
    Then nobody pays for whole_order because of was-safe
    And the question unsafe is answered no, by evidence
    And this is a proposal for the safety desk, because of always-a-person
