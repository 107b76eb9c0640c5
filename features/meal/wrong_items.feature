Feature: The wrong dish

  Scenario: Two orders of one trip were swapped
    Given the case "meal/wrong_items/auto-swapped"
    When the case is decided
    Then the platform pays the customer 24.00 EUR for dishes because of fund-pays-swap
    And the question swapped is answered yes, by evidence
    And the promise swap-is-not-the-kitchens to the kitchen is kept
    And no measure follows
    And the decision is final

  Scenario: Beef in place of beans, and the kitchen is silent
    Given the case "meal/wrong_items/by-burden"
    When the case is decided
    Then the kitchen pays the customer 12.90 EUR for dishes because of kitchen-packed-wrong
    And the question item_wrong is answered yes, by evidence
    And the question packed is answered no, by burden
    And the kitchen had to show packed
    And the kitchen has been heard
    And the decision is final

  Scenario: The label of another order was scanned at the door
    Given the case "meal/wrong_items/referred-scanned"
    When the case is decided
    Then the platform pays the customer 18.00 EUR for dishes because of fund-pays-swap
    And the question bag_given is answered other_bag, by evidence
    And the courier gets a note because of note-wrong-bag
    And the courier has been heard
    And the promise no-machine-note to the courier is kept
    And a person decides because of other-bag-scanned
