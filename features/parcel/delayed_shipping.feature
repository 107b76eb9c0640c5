Feature: Parcel not sent in time

  Scenario: Scanned six days after the promised day
    Given the case "parcel/delayed_shipping/auto-scanned-late"
    When the case is decided
    Then the seller pays the buyer 5.95 EUR for delay because of seller-sent-late
    And nobody pays for price because of sent-by-now
    And the question sent_in_time is answered no, by evidence
    And the seller has been heard
    And the decision is final

  Scenario: Handed over in time and scanned late
    Given the case "parcel/delayed_shipping/auto-handed-over-in-time"
    When the case is decided
    Then nobody pays for price because of sent-as-promised
    And nobody pays for delay because of no-share
    And the question sent_in_time is answered yes, by evidence
    And the argument scanned-later is set aside because of handed_by_then
    And the promise punctual-seller-pays-none to the seller is kept
    And the decision is final

  Scenario: Never sent, and the seller is silent
    Given the case "parcel/delayed_shipping/by-burden-never-sent"
    When the case is decided
    Then the seller pays the buyer 64.90 EUR for price because of seller-never-sent
    And nobody pays for delay because of no-share
    And the question sent_in_time is answered no, by burden
    And the question sent_at_all is answered no, by what is on record
    And the promise not-sent-not-carriers to the carrier is kept
    And the decision is final

  Scenario: No day of sending is on record
    Given the case "parcel/delayed_shipping/referred-no-day"
    When the case is decided
    Then nobody pays anything before a person has decided
    And a person decides because of day-promised
