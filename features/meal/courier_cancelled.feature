Feature: A courier appeals against points for a cancelled order

  Background:
    Given today is 10 February 2026
    And a meal order of 31.40 EUR placed on 5 February 2026

  Scenario: Cancelled to take someone to hospital
    Given the courier app placed the courier at a hospital
    And an employee read a note from a hospital sent by the courier
    When the courier appeals against points for cancelling
    Then the courier gets an exemption because of exempt
    And the courier gets a commendation because of commend
    And nobody pays anything, because the claim is not about money
    And the question emergency is answered yes, by evidence
    And the promise no-machine-points to the courier is kept
    And the decision is final

  Scenario: Other parties read of an emergency and not of what it was
    Given the courier app placed the courier at a hospital
    And an employee read a note from a hospital sent by the courier
    When the courier appeals against points for cancelling
    Then the courier gets an exemption because of exempt
    And nobody pays anything, because the claim is not about money
    And the letter to the customer says "an emergency" and nowhere "hospital"
    And the letter to the kitchen says "an emergency" and nowhere "Elisabeth"

  Scenario: A position at a hospital alone does not carry, and a person decides
    Given the courier app placed the courier at a hospital
    When the courier appeals against points for cancelling
    Then no measure follows
    And nobody pays anything, because the claim is not about money
    And the question emergency is answered no, by burden
    And the courier is asked for a document
    And this is a proposal for the logistics desk, because of not-shown

  Scenario: The courier's word alone does not carry, and a person decides
    When the courier appeals against points for cancelling
    Then no measure follows
    And nobody pays anything, because the claim is not about money
    And the question emergency is answered no, by burden
    And the courier had to show emergency
    And this is a proposal for the logistics desk, because of not-shown

  Scenario: A passer-by collapsed, and the courier went along to the hospital
    Given the case "meal/courier_cancelled/auto-collapsed-passer-by"
    When the case is decided
    Then the courier gets an exemption because of exempt
    And the courier gets a commendation because of commend
    And nobody pays anything, because the claim is not about money
    And the question emergency is answered yes, by evidence
    And the letter to the customer says "an emergency" and nowhere "City Hospital"
    And the decision is final

  Scenario: A family emergency and no paper
    Given the case "meal/courier_cancelled/referred-by-burden-word-alone"
    When the case is decided
    Then nobody pays anything, because the claim is not about money
    And no measure follows
    And the question emergency is answered no, by burden
    And nobody is asked for anything more
    And this is a proposal for the logistics desk, because of not-shown

  Scenario: The app knows of a hospital, and no note came
    Given the case "meal/courier_cancelled/referred-position-alone"
    When the case is decided
    Then nobody pays anything, because the claim is not about money
    And no measure follows
    And the courier is asked for a document
    And this is a proposal for the logistics desk, because of not-shown
