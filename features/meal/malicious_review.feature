Feature: A review that a kitchen holds to be malicious

  Scenario: The picture bears the review out
    Given the case "meal/malicious_review/auto"
    When the case is decided
    Then nobody pays anything, because the claim is not about money
    And the question malicious is answered no, by evidence
    And no measure follows
    And the promise review-stays to the customer is kept
    And the decision is final

  Scenario: The kitchen shows nothing
    Given the case "meal/malicious_review/by-burden"
    When the case is decided
    Then nobody pays anything, because the claim is not about money
    And the question malicious is answered no, by burden
    And the kitchen had to show malicious
    And threat_read would have changed the decision
    And the decision is final

  Scenario: Fifty euros or a bad review
    Given the case "meal/malicious_review/referred-threat"
    When the case is decided
    Then nobody pays anything, because the claim is not about money
    And the question malicious is answered yes, by evidence
    And the kitchen gets an exemption because of not-counted
    And this is a proposal for the sellers desk, because of a-person-removes
