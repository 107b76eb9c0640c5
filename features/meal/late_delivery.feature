Feature: A meal that came too late

  Scenario: The courier stood waiting for the food
    Given the case "meal/late_delivery/auto"
    When the case is decided
    Then the kitchen pays the customer 8.00 EUR for delay because of kitchen-pays
    And the platform pays the customer 3.90 EUR for delivery_fee because of platform-returns-fee
    And the question late is answered yes, by evidence
    And the question delay_by is answered kitchen, by evidence
    And the kitchen has been heard
    And no measure follows
    And the decision is final

  Scenario: The kitchen shows that the food stood ready, and nobody can say whose delay it was
    Given the case "meal/late_delivery/by-burden"
    When the case is decided
    Then the platform pays the customer 6.50 EUR for delay because of fund-pays-unclear
    And the platform pays the customer 2.90 EUR for delivery_fee because of platform-returns-fee
    And the argument mostly-kitchen is set aside because of ready_on_time
    And the question delay_by is answered unclear, by burden
    And the platform had to show delay_by
    And the promise own-minutes-only to the kitchen is kept
    And the decision is final

  Scenario: A way of 95 minutes on an ordinary day, and a person decides whether that is noted
    Given the case "meal/late_delivery/referred-long-way"
    When the case is decided
    Then the platform pays the customer 18.50 EUR for delay because of fund-pays-way
    And the platform pays the customer 4.50 EUR for delivery_fee because of platform-returns-fee
    And the question delay_by is answered courier, by evidence
    And the courier gets a note because of note-for-courier
    And the courier has been heard
    And the promise no-machine-note to the courier is kept
    And a person decides because of note-for-courier

  Scenario: Reported five days later
    Given the case "meal/late_delivery/refused-too-old"
    When the case is decided
    Then nothing is owed, because the gate in-time is shut
    And nobody pays anything
    And the decision is final

  Scenario: The courier app was down
    Given the case "meal/late_delivery/auto-outage"
    When the case is decided
    Then the platform pays the customer 15.00 EUR for delay because of platform-pays
    And the platform pays the customer 3.90 EUR for delivery_fee because of platform-returns-fee
    And the question delay_by is answered outage, by evidence
    And no measure follows
    And the decision is final

  Scenario: Late in the kitchen on Christmas Day
    Given the case "meal/late_delivery/auto-feast"
    When the case is decided
    Then the platform pays the customer 12.00 EUR for delay because of feast-fund-pays
    And the platform pays the customer 3.90 EUR for delivery_fee because of platform-returns-fee
    And the question delay_by is answered kitchen, by evidence
    And the question special_day is answered yes, by evidence
    And the decision is final
