// What can be refused while a co-op is founded or a part of it replaced, and what only a fault of ours can cause.
import { t } from "../../../books/say.ts";
import { clauseOf, say, type Words } from "./sentences-words.ts";

const OUR_FAULT = say(
  t`A part of the co-op could not do its work. Nothing was changed.`,
  t`Try again; if it happens again, tell the board what you were doing.`,
);
const SET_UP = say(t`The co-op is not set up like this.`, t`Found it again with a complete charter.`);

export const FOUNDING_SENTENCES: Record<string, Words> = {
  RuleOutOfBounds: ([clause]) => ({
    what: t`The rules would break clause ${clauseOf(clause)} of the rulebook.`,
    next: t`Choose figures within its bounds.`,
  }),
  CoopFactoryFoundersOutOfBounds: ([count]) => ({
    what: t`A co-op is founded by one to twelve people, not by ${count}.`,
    next: t`Change the list of founders.`,
  }),
  RulesContradict: ([clause]) => ({
    what: t`A stricter kind of resolution would be easier to pass than the one below it (${clauseOf(clause)}).`,
    next: t`Ask for at least as much of the stricter one: majority, turnout, ballots, notice and classes.`,
  }),
  CharterContradiction: ([clause, what]) => ({
    what: t`The charter contradicts clause ${clauseOf(clause)} of the rulebook: ${clauseOf(what)}.`,
    next: t`Change it, and found the co-op again.`,
  }),
  DirectoryFoundersNotNamed: say(
    t`These are not the further founders whom the charter names, or they were admitted already.`,
    t`Hand in the list as it was when the co-op was founded.`,
  ),
  DirectoryFoundersTooLate: say(
    t`Further founders could be handed in for thirty days.`,
    t`Whoever is missing can apply for membership.`,
  ),
  CoopFactoryTermTooLong: say(t`A founder's office ends within a year.`, t`Choose an earlier end.`),
  CoopFactoryImplementationMissing: SET_UP,
  AssemblyPartMissing: SET_UP,
  MemberRegisterClassesOutOfBounds: say(
    t`A co-op has between one and eight classes of members.`,
    t`Change the classes.`,
  ),
  MemberSharesTermsOutOfBounds: say(
    t`A share costs something, and the least holding is not above the greatest.`,
    t`Change the terms of the shares.`,
  ),
  MemberSharesLimitsOutOfBounds: say(
    t`Notice and suspensions last a year at most, and interest is at most 8 % a year.`,
    t`Change the terms of the shares.`,
  ),
  DirectoryModuleMisplaced: say(
    t`The new part was not made for this co-op or for this place.`,
    t`Make it for this co-op's directory, and bring the proposal again.`,
  ),
  DirectoryPurposeOutOfBounds: say(
    t`A co-op says what it is for, in 2,000 characters at most.`,
    t`Write a shorter text, or a first one.`,
  ),
  DirectoryWindingUp: say(t`The co-op is winding up already.`, t`Nothing needs to be decided again.`),
  DirectoryPlaceFixed: say(
    t`The reserve, the register and the directory are never replaced.`,
    t`Leave them as they are.`,
  ),
  DirectoryNotInitialised: say(
    t`The new part was not set up in the same step, so that a stranger could do it.`,
    t`Bring the proposal again with the call that sets it up.`,
  ),
  DirectoryCodeChanged: say(
    t`The new part is not the one the members decided on.`,
    t`Put it to them again with the part as it is now.`,
  ),
  AccessManagerInvalidInitialAdmin: SET_UP,
  InvalidInitialization: say(t`This part of the co-op was set up before.`, t`Nothing needs to be done.`),
  NotInitializing: SET_UP,
  CloneArgumentsTooLong: OUR_FAULT,
  Create2EmptyBytecode: OUR_FAULT,
  FailedDeployment: say(t`A co-op with this name of yours stands already.`, t`Found it under another salt.`),
  FailedCall: OUR_FAULT,
  AddressEmptyCode: OUR_FAULT,
  ReentrancyGuardReentrantCall: OUR_FAULT,
  SafeCastOverflowedUintDowncast: say(t`A number is larger than the co-op can keep.`, t`Choose a smaller one.`),
  InvalidAccountNonce: say(t`This signature was used already.`, t`Sign again.`),
};
