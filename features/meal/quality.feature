Feature: A dish that was not as it should be

  Scenario: Burnt, and the picture shows it
    Given the case "meal/quality/auto"
    When the case is decided
    Then the kitchen pays the customer 11.50 EUR for dishes because of kitchen-pays-poor
    And the question poor is answered yes, by evidence
    And the kitchen has been heard
    And nobody is asked for anything more
    And the decision is final

  Scenario: Too bland, and the note on the order had asked for no chilli
    Given the case "meal/quality/auto-too-bland"
    When the case is decided
    Then nobody pays for dishes because of as-ordered
    And the question as_asked is answered mild, by evidence
    And the customer has been heard
    And the promise cooked-as-asked to the kitchen is kept
    And the decision is final

  Scenario: Too small, and no picture of it
    Given the case "meal/quality/by-burden"
    When the case is decided
    Then nobody pays for dishes because of not-poor
    And the question poor is answered no, by burden
    And the customer had to show poor
    And photo_poor would have changed the decision
    And the decision is final

  Scenario: A cold buffet for a wedding
    Given the case "meal/quality/referred-catering"
    When the case is decided
    Then the kitchen pays the customer 310.00 EUR for dishes because of kitchen-pays-poor
    And the customer has been heard
    And this is a proposal for the payments desk, because of large

  Scenario: Burnt and cold, and the note on the order had asked for well done
    Given the case "meal/quality/referred-burnt-and-cold"
    When the case is decided
    Then nobody pays anything before a person has decided
    And the question as_asked is answered not_asked, by what is on record
    And the question poor is answered yes, by evidence
    And a person decides because of dishes
