Feature: An advert promised something that is not true

  Scenario: The seller's own advert
    Given the case "parcel/false_advertising/auto-advert-of-seller"
    When the case is decided
    Then the seller pays the buyer 68.00 EUR for price because of sellers-words
    And the question differs is answered yes, by evidence
    And the question own_advert is answered yes, by evidence
    And the seller has been heard
    And the decision is final

  Scenario: The platform wrote the advert
    Given the case "parcel/false_advertising/auto-advert-of-platform"
    When the case is decided
    Then the platform pays the buyer 45.00 EUR for price because of platforms-words
    And the question own_advert is answered no, by evidence
    And the promise not-for-others-words to the seller is kept
    And the decision is final

  Scenario: Nobody shows whose advert it was
    Given the case "parcel/false_advertising/by-burden-nobodys-advert"
    When the case is decided
    Then the seller pays the buyer 45.00 EUR for price because of sellers-words
    And the question own_advert is answered yes, by burden
    And the seller had to show own_advert
    And the decision is final

  Scenario: The seller was not told first
    Given the case "parcel/false_advertising/referred-not-told-first"
    When the case is decided
    Then nobody pays anything before a person has decided
    And a person decides because of seller-told-first
    And the question differs is answered yes, by evidence
