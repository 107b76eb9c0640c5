Feature: A look at a buyer's claims

  Scenario: Two returns were mixed up, and the papers confirm it
    Given the case "parcel/buyer_abuse/auto-explained"
    When the case is decided
    Then nobody pays anything, because the claim is not about money
    And no measure follows
    And the question contradicted is answered no, by evidence
    And the decision is final

  Scenario: A number of claims shows nothing
    Given the case "parcel/buyer_abuse/by-burden-many-claims"
    When the case is decided
    Then nobody pays anything, because the claim is not about money
    And no measure follows
    And the question contradicted is answered no, by burden
    And the seller had to show contradicted
    And the decision is final

  Scenario: The same photo twice, and a person decides
    Given the case "parcel/buyer_abuse/referred-photo-seen-before"
    When the case is decided
    Then nobody pays anything, because the claim is not about money
    And the buyer gets a warning because of account-warning
    And the question contradicted is answered yes, by evidence
    And the promise no-machine-suspension to the buyer is kept
    And this is a proposal for the safety desk, because of person-first
