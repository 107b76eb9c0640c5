Feature: Food spoilt something else

  Scenario: A leaking box on a coat
    Given the case "meal/consequential_damage/auto"
    When the case is decided
    Then the kitchen pays the customer 38.00 EUR for cleaning because of kitchen-cleans
    And nobody pays for replacement because of not-replaced-yet
    And the question spill_by is answered box, by evidence
    And the kitchen has been heard
    And the decision is final

  Scenario: Nobody can say how it happened
    Given the case "meal/consequential_damage/by-burden"
    When the case is decided
    Then the platform pays the customer 55.00 EUR for cleaning because of fund-cleans-unclear
    And nobody pays for replacement because of not-replaced-yet
    And the question spill_by is answered unclear, by burden
    And the platform had to show spill_by
    And the promise sound-box to the kitchen is kept
    And the decision is final

  Scenario: Somebody was hurt
    Given the case "meal/consequential_damage/referred-scald"
    When the case is decided
    Then the kitchen pays the customer 29.00 EUR for cleaning because of kitchen-cleans
    And this is a proposal for the safety desk, because of somebody-hurt
