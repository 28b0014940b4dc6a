// What can be refused to members and to those who want to be.
import { clauseOf, NOT_MEMBER, say, type Words, whenTime } from "./sentences-words.ts";

export const MEMBER_SENTENCES: Record<string, Words> = {
  // Members
  MemberRegisterAlreadyMember: say("This account is a member's already.", "Nothing needs to be done."),
  MemberRegisterNotMember: NOT_MEMBER,
  MemberRegisterUnfitAccount: say("This account can not become a member.", "Give the applicant's own account."),
  MemberRegisterUnknownClass: say("The co-op has no such class of members.", "Choose one of its classes."),
  MemberRegisterSoulbound: say("A membership can be neither given away nor sold.", "Nothing was changed."),
  MemberRegisterExpelled: say(
    "The members expelled this account.",
    "Only an extraordinary resolution of the members admits it again.",
  ),
  MemberRegisterNotExpelled: say("This account was not expelled.", "It can apply like anybody else."),
  MemberRegisterGroundsMissing: say("An expulsion must state its grounds.", "Name the document that states them."),
  MemberRegisterLastMember: say(
    "You can not leave, nor be expelled: the co-op has no other member, and could not even be wound up without one.",
    "Wind the co-op up, or admit somebody first.",
  ),
  MemberRegisterByResolutionOnly: say(
    "The seats of this class are filled by the members, by resolution.",
    "Ask a member to propose it, or apply for another class.",
  ),
  MemberRegisterClassFull: say("This class has no seat left to give.", "Choose another class."),
  MemberRegisterWindingUp: say("The co-op is winding up: nobody is admitted any more.", "Nothing was changed."),
  MemberRegisterNoSuchMember: say("No member has this number.", "Check the number."),

  // Applying and joining
  MemberRegisterApplicationOpen: ([, until]) => ({
    what: "This account has an application already.",
    next: `It runs until ${whenTime(until)}. Wait for it, or take it back first.`,
  }),
  MemberRegisterTooSoon: ([, until]) => ({
    what: "The board refused an application of this account not long ago.",
    next: `You can apply again after ${whenTime(until)}. You can appeal to the members now.`,
  }),
  MemberRegisterNoApplication: say(
    "There is no application of this account that could be decided or taken back.",
    "Look at the list again; somebody may have decided it already.",
  ),
  MemberRegisterDecidedTooLate: ([, until]) => ({
    what: `The time to decide this application ended on ${whenTime(until)}; it counts as refused.`,
    next: "The applicant can apply again, or appeal to the members.",
  }),
  MemberRegisterNotAccepted: say(
    "The board has not accepted this application, or its acceptance has lapsed.",
    "Look where your application stands; you may have to apply again.",
  ),
  MemberRegisterNotRefused: say(
    "Only an application that was refused, or not decided in time, is appealed, and only once.",
    "Look where your application stands.",
  ),
  MemberRegisterUnknownReason: say("A refusal gives one of five reasons.", "Choose the reason."),
  MemberRegisterAttestationUsed: say(
    "This proof has spoken for another account already.",
    "Ask the applicant for a proof of their own.",
  ),
  MemberRegisterSameClass: say("You are in this class already.", "Choose another class."),

  // Suspension
  MemberRegisterSuspensionOutOfBounds: ([, latest]) => ({
    what: "A suspension gives its reason, begins now and ends in time.",
    next: `Write the reason, and choose an end by ${whenTime(latest)}.`,
  }),
  MemberRegisterReasonUsed: say(
    "The member was suspended for this very reason before.",
    "Nobody is suspended twice for one reason; nothing was changed.",
  ),
  MemberRegisterSuspensionStands: ([, until]) =>
    Number(until) === 0
      ? { what: "The member is not suspended.", next: "Nothing needs to be done." }
      : {
          what: `The member is suspended until ${whenTime(until)}.`,
          next: "Wait for its end, or lift it first.",
        },
  MemberRegisterTermOutOfBounds: ([clause]) => ({
    what: `A term of membership would break clause ${clauseOf(clause)} of the rulebook.`,
    next: "Choose one within its bounds.",
  }),

  // Recovery
  MemberRegisterNoRecovery: say(
    "Nobody is asking for this recovery any more.",
    "Look at the list of recoveries again.",
  ),
  MemberRegisterRecoveryRequested: say(
    "This account has asked for this membership before.",
    "Wait for the members' word; once it was refused or taken back, use another new account.",
  ),
  MemberRegisterRecoveryUnderWay: say(
    "Another account is taking over this membership already.",
    "Wait until that is decided.",
  ),
  MemberRegisterMayNotAttest: say(
    "This account has vouched already, or can not vouch here.",
    "One director and two other members do; ask somebody else.",
  ),
  MemberRegisterRecoveryTooEarly: ([, readyAt]) => ({
    what: "The old account still has time to object.",
    next: `The recovery can be completed from ${whenTime(readyAt)}.`,
  }),
  MemberRegisterRecoveryVetoed: say(
    "The old account objected, so only the members can decide it now.",
    "Write a proposal that decides it.",
  ),
  ProxyDuringRecovery: say(
    "While a membership moves to another account, its member names no proxy.",
    "Vote yourself, and name a proxy when that is over.",
  ),
};
