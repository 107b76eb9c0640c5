Feature: Goods came damaged

  Scenario: A crushed box, well packed inside
    Given the case "parcel/damaged/auto-crushed-box"
    When the case is decided
    Then the carrier pays the buyer 54.00 EUR for price because of carried-badly
    And the question came_damaged is answered yes, by evidence
    And the question well_packed is answered yes, by evidence
    And the question box_whole is answered no, by evidence
    And the carrier had to show box_whole
    And the promise good-packer-bears-none to the seller is kept
    And the carrier has been heard
    And the decision is final

  Scenario: The photo is older than the delivery
    Given the case "parcel/damaged/by-burden-older-photo"
    When the case is decided
    Then nobody pays for price because of no-damage
    And the question came_damaged is answered no, by burden
    And the argument seen-on-photo is set aside because of older_photo
    And the buyer has been heard
    And the decision is final

  Scenario: A small flaw, and the seller does not show how it packed
    Given the case "parcel/damaged/by-burden-no-packing-proof"
    When the case is decided
    Then the seller pays the buyer 10.00 EUR for price because of packed-poorly
    And the question came_damaged is answered yes, by evidence
    And the question still_usable is answered yes, by evidence
    And the question well_packed is answered no, by burden
    And the seller had to show well_packed
    And the promise poor-packing-not-carriers to the carrier is kept
    And the decision is final

  Scenario: The carrier noted damage, and the buyer keeps the photo back
    Given the case "parcel/damaged/by-burden-photo-withheld"
    When the case is decided
    Then the carrier pays the buyer 15.00 EUR for price because of carried-badly
    And the question came_damaged is answered yes, by evidence
    And the question still_usable is answered yes, by burden
    And the buyer had to show still_usable
    And the buyer has been heard
    And the decision is final

  Scenario: Two bowls are claimed, and damage to one is shown
    Given the case "parcel/damaged/auto-one-of-two"
    When the case is decided
    Then the seller pays the buyer 42.00 EUR for price because of packed-poorly
    And the question well_packed is answered no, by evidence
    And the buyer has been heard
    And the decision is final

  Scenario: Nobody is to blame, and it is more than the fund pays without a person
    Given the case "parcel/damaged/referred-fund-limit"
    When the case is decided
    Then the platform pays the buyer 319.00 EUR for price because of nobodys-damage
    And the question well_packed is answered yes, by evidence
    And the question box_whole is answered yes, by evidence
    And the promise good-packer-bears-none to the seller is kept
    And this is a proposal for the payments desk, because of fund-limit

  Scenario: Somebody was hurt
    Given the case "parcel/damaged/referred-hurt"
    When the case is decided
    Then the seller pays the buyer 28.00 EUR for price because of packed-poorly
    And the question well_packed is answered no, by evidence
    And this is a proposal for the safety desk, because of injured
