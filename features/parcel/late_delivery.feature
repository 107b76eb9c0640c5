Feature: Parcel delivered late

  Scenario: Eight days on the way, and the carrier has no reason for it
    Given the case "parcel/late_delivery/auto-slow-carrier"
    When the case is decided
    Then the carrier pays the buyer 14.90 EUR for delay because of late-carrier
    And the question late is answered yes, by evidence
    And the question held_up is answered on_the_way, by evidence
    And the promise timely-seller-pays-none to the seller is kept
    And the carrier has been heard
    And the decision is final

  Scenario: Sent four days after the promised day
    Given the case "parcel/late_delivery/auto-seller-sent-late"
    When the case is decided
    Then the seller pays the buyer 4.90 EUR for delay because of late-seller
    And the question held_up is answered at_seller, by evidence
    And the promise carrier-keeps-own-minutes to the carrier is kept
    And the decision is final

  Scenario: Delivered in the evening of the promised day
    Given the case "parcel/late_delivery/auto-promised-day"
    When the case is decided
    Then nobody pays for delay because of not-late
    And the question late is answered no, by evidence
    And the buyer has been heard
    And the decision is final

  Scenario: A storm took most of the time on the way
    Given the case "parcel/late_delivery/auto-storm"
    When the case is decided
    Then the platform pays the buyer 6.90 EUR for delay because of nobodys-delay
    And the question held_up is answered by_nobody, by evidence
    And the argument slow-on-the-way is set aside because of disturbed_way
    And the promise carrier-keeps-own-minutes to the carrier is kept
    And the decision is final

  Scenario: The carrier was asked for its tracking data and is silent
    Given the case "parcel/late_delivery/by-burden-silent-carrier"
    When the case is decided
    Then the carrier pays the buyer 6.90 EUR for delay because of silent-carrier
    And the question late is answered yes, by burden
    And the carrier had to show late
    And the question held_up is answered unclear, by burden
    And the decision is final

  Scenario: A lot of money, so a person decides
    Given the case "parcel/late_delivery/referred-large"
    When the case is decided
    Then the carrier pays the buyer 670.00 EUR for delay because of late-carrier
    And the question held_up is answered on_the_way, by evidence
    And this is a proposal for the payments desk, because of large-delay

  Scenario: A storm and a strike at once
    Given the case "parcel/late_delivery/referred-storm-and-strike"
    When the case is decided
    Then the carrier pays the buyer 6.90 EUR for delay because of late-carrier
    And this is a proposal for the logistics desk, because of events-overlap

  Scenario: Sent late and therefore late, claimed twice and paid once
    Given the case "parcel/late_delivery/auto-after-sent-late"
    When claim came-late of the case is decided
    Then the seller pays the buyer 4.05 EUR for delay because of late-seller
    And the question held_up is answered at_seller, by evidence
    And the promise carrier-keeps-own-minutes to the carrier is kept
    And the decision is final
