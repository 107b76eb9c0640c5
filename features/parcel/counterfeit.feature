Feature: Doubt whether goods are genuine

  Scenario: The brand confirms that the bag is its own
    Given the case "parcel/counterfeit/auto-brand-confirms"
    When the case is decided
    Then nobody pays for price because of thing-is-genuine
    And the question genuine is answered yes, by evidence
    And the buyer has been heard
    And no measure follows
    And the decision is final

  Scenario: An invoice alone does not show that a thing is genuine
    Given the case "parcel/counterfeit/by-burden-invoice-alone"
    When the case is decided
    Then the seller pays the buyer 79.00 EUR for price because of genuineness-not-shown
    And the question genuine is answered no, by burden
    And the seller had to show genuine
    And no measure follows
    And the decision is final

  Scenario: The brand denies it, and a person decides about the offer
    Given the case "parcel/counterfeit/referred-brand-denies"
    When the case is decided
    Then the seller pays the buyer 189.00 EUR for price because of genuineness-not-shown
    And the question genuine is answered no, by evidence
    And the seller gets the removal of a listing because of offer-comes-down
    And the promise offer-stays-until-person to the seller is kept
    And a person decides because of offer-comes-down
