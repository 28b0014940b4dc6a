// What can be refused while a co-op is founded or a part of it replaced, and what only a fault of ours can cause.
import { clauseOf, say, type Words } from "./sentences-words.ts";

const OUR_FAULT = say(
  "A part of the co-op could not do its work. Nothing was changed.",
  "Try again; if it happens again, tell the board what you were doing.",
);
const SET_UP = say("The co-op is not set up like this.", "Found it again with a complete charter.");

export const FOUNDING_SENTENCES: Record<string, Words> = {
  RuleOutOfBounds: ([clause]) => ({
    what: `The rules would break clause ${clauseOf(clause)} of the rulebook.`,
    next: "Choose figures within its bounds.",
  }),
  CoopFactoryFoundersOutOfBounds: ([count]) => ({
    what: `A co-op is founded by one to twelve people, not by ${count}.`,
    next: "Change the list of founders.",
  }),
  RulesContradict: ([clause]) => ({
    what: `A stricter kind of resolution would be easier to pass than the one below it (${clauseOf(clause)}).`,
    next: "Ask for at least as much of the stricter one: majority, turnout, ballots, notice and classes.",
  }),
  CharterContradiction: ([clause, what]) => ({
    what: `The charter contradicts clause ${clauseOf(clause)} of the rulebook: ${clauseOf(what)}.`,
    next: "Change it, and found the co-op again.",
  }),
  DirectoryFoundersNotNamed: say(
    "These are not the further founders whom the charter names, or they were admitted already.",
    "Hand in the list as it was when the co-op was founded.",
  ),
  DirectoryFoundersTooLate: say(
    "Further founders could be handed in for thirty days.",
    "Whoever is missing can apply for membership.",
  ),
  CoopFactoryTermTooLong: say("A founder's office ends within a year.", "Choose an earlier end."),
  CoopFactoryImplementationMissing: SET_UP,
  AssemblyPartMissing: SET_UP,
  MemberRegisterClassesOutOfBounds: say("A co-op has between one and eight classes of members.", "Change the classes."),
  MemberSharesTermsOutOfBounds: say(
    "A share costs something, and the least holding is not above the greatest.",
    "Change the terms of the shares.",
  ),
  MemberSharesLimitsOutOfBounds: say(
    "Notice and suspensions last a year at most, and interest is at most 8 % a year.",
    "Change the terms of the shares.",
  ),
  DirectoryModuleMisplaced: say(
    "The new part was not made for this co-op or for this place.",
    "Make it for this co-op's directory, and bring the proposal again.",
  ),
  DirectoryPurposeOutOfBounds: say(
    "A co-op says what it is for, in 2,000 characters at most.",
    "Write a shorter text, or a first one.",
  ),
  DirectoryWindingUp: say("The co-op is winding up already.", "Nothing needs to be decided again."),
  DirectoryPlaceFixed: say(
    "The reserve, the register and the directory are never replaced.",
    "Leave them as they are.",
  ),
  DirectoryCodeChanged: say(
    "The new part is not the one the members decided on.",
    "Put it to them again with the part as it is now.",
  ),
  AccessManagerInvalidInitialAdmin: SET_UP,
  InvalidInitialization: say("This part of the co-op was set up before.", "Nothing needs to be done."),
  NotInitializing: SET_UP,
  CloneArgumentsTooLong: OUR_FAULT,
  Create2EmptyBytecode: OUR_FAULT,
  FailedDeployment: say("A co-op with this name of yours stands already.", "Found it under another salt."),
  FailedCall: OUR_FAULT,
  AddressEmptyCode: OUR_FAULT,
  ReentrancyGuardReentrantCall: OUR_FAULT,
  SafeCastOverflowedUintDowncast: say("A number is larger than the co-op can keep.", "Choose a smaller one."),
  InvalidAccountNonce: say("This signature was used already.", "Sign again."),
};
