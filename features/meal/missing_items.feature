Feature: Something is missing from the meal

  Scenario: The kitchen's own packing picture lacks the dumplings
    Given the case "meal/missing_items/auto"
    When the case is decided
    Then the kitchen pays the customer 7.50 EUR for dishes because of kitchen-did-not-pack
    And the question item_missing is answered yes, by evidence
    And the question packed is answered no, by evidence
    And the kitchen has been heard
    And the decision is final

  Scenario: All was packed and the seal was intact
    Given the case "meal/missing_items/auto-packed-and-sealed"
    When the case is decided
    Then nobody pays for dishes because of all-there
    And the question item_missing is answered no, by evidence
    And the customer has been heard
    And the promise packed-is-packed to the kitchen is kept
    And the decision is final

  Scenario: Nobody photographed the bag, and the kitchen is silent
    Given the case "meal/missing_items/by-burden"
    When the case is decided
    Then the kitchen pays the customer 5.80 EUR for dishes because of kitchen-left-out
    And the question item_missing is answered yes, by burden
    And the kitchen had to show packed
    And all_packed would have changed the decision
    And nobody is asked for anything more
    And the decision is final

  Scenario: The third claim of this kind in 30 days is never refused by a machine
    Given the case "meal/missing_items/referred-third-claim"
    When the case is decided
    Then nobody pays for dishes because of all-there
    And the customer had to show item_missing
    And signed_statement would have changed the decision
    And no measure follows
    And this is a proposal for the payments desk, because of many-claims-need-a-look

  Scenario: At the third claim of this kind a picture or a signed statement is asked for
    Given the case "meal/missing_items/asks-third-claim"
    When the case is decided
    Then nobody pays for dishes because of all-there
    And the customer had to show item_missing
    And the customer is asked for a photo
    And the customer is asked for a document
    And the decision is not final yet

  Scenario: Two of three spring rolls and the sauce, and two who pay
    Given the case "meal/missing_items/auto-two-of-three"
    When the case is decided
    Then the platform pays the customer 6.00 EUR for dishes because of fund-pays-missing
    And the kitchen pays the customer 1.50 EUR for dishes because of kitchen-did-not-pack
    And the kitchen has been heard
    And the decision is final
