Feature: A deposit to the exchange is missing from the balance

  Scenario: Confirmed on the right network, and not in the books
    Given the case "exchange/deposit_not_credited/auto-exchange-credits"
    When the case is decided
    Then the platform pays the buyer 412.50 EUR for deposit because of exchange-credits
    And the question arrived is answered yes, by evidence
    And the question credited is answered no, by burden
    And booked would have changed the decision
    And nobody is asked for anything more
    And the decision is final

  Scenario: A transfer that the public ledger does not know
    Given the case "exchange/deposit_not_credited/auto-not-on-the-network"
    When the case is decided
    Then nobody pays for deposit because of not-here
    And the question arrived is answered no, by evidence
    And the platform had to show arrived
    And the buyer has been heard
    And the decision is final

  Scenario: The exchange keeps the public ledger to itself
    Given the case "exchange/deposit_not_credited/by-burden-ledger-withheld"
    When the case is decided
    Then the platform pays the buyer 96.20 EUR for deposit because of exchange-credits
    And the question arrived is answered yes, by burden
    And the platform had to show arrived
    And the decision is final

  Scenario: A large deposit
    Given the case "exchange/deposit_not_credited/referred-large"
    When the case is decided
    Then the platform pays the buyer 1850.00 USD for deposit because of exchange-credits
    And this is a proposal for the payments desk, because of large

  Scenario: The safety desk is looking at the case
    Given the case "exchange/deposit_not_credited/referred-safety-check"
    When the case is decided
    Then the platform pays the buyer 240.00 EUR for deposit because of exchange-credits
    And this is a proposal for the safety desk, because of safety-first
    And no letter to the parties goes out by machine
    And the promise no-machine-block to the buyer is kept
