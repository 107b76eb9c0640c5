Feature: Return, repair or replacement refused

  Scenario: A fault of its own, so the repair comes first
    Given the case "parcel/after_sales_refused/auto-fault-found"
    When the case is decided
    Then the seller pays the buyer 48.00 EUR for repair because of repair-on-seller
    And nobody pays for price because of repair-comes-first
    And the question refused_rightly is answered no, by evidence
    And the decision is final

  Scenario: The repair failed, so the price is paid back
    Given the case "parcel/after_sales_refused/auto-repair-failed"
    When the case is decided
    Then the seller pays the buyer 149.00 EUR for price because of refused-for-nothing
    And nobody pays for repair because of no-repair-owed
    And the question repair_failed is answered yes, by evidence
    And the decision is final

  Scenario: A return refused without a reason
    Given the case "parcel/after_sales_refused/by-burden-return-refused"
    When the case is decided
    Then the seller pays the buyer 53.00 EUR for price because of refused-for-nothing
    And the question refused_rightly is answered no, by burden
    And the seller had to show refused_rightly
    And the decision is final

  Scenario: No request is on record
    Given the case "parcel/after_sales_refused/referred-nothing-on-record"
    When the case is decided
    Then nobody pays anything before a person has decided
    And a person decides because of request-on-record
