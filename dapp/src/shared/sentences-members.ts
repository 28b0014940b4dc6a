// What can be refused to members and to those who want to be.
import { t } from "../../../books/say.ts";
import { clauseOf, NOT_MEMBER, say, type Words, whenTime } from "./sentences-words.ts";

export const MEMBER_SENTENCES: Record<string, Words> = {
  // Members
  MemberRegisterAlreadyMember: say(t`This account is a member's already.`, t`Nothing needs to be done.`),
  MemberRegisterNotMember: NOT_MEMBER,
  MemberRegisterUnfitAccount: say(t`This account can not become a member.`, t`Give the applicant's own account.`),
  MemberRegisterUnknownClass: say(t`The co-op has no such class of members.`, t`Choose one of its classes.`),
  MemberRegisterSoulbound: say(t`A membership can be neither given away nor sold.`, t`Nothing was changed.`),
  MemberRegisterExpelled: say(
    t`The members expelled this account.`,
    t`Only an extraordinary resolution of the members admits it again.`,
  ),
  MemberRegisterNotExpelled: say(t`This account was not expelled.`, t`It can apply like anybody else.`),
  MemberRegisterGroundsMissing: say(t`An expulsion must state its grounds.`, t`Name the document that states them.`),
  MemberRegisterLastMember: say(
    t`You can not leave, nor be expelled: the co-op has no other member, and could not even be wound up without one.`,
    t`Wind the co-op up, or admit somebody first.`,
  ),
  MemberRegisterByResolutionOnly: say(
    t`The seats of this class are filled by the members, by resolution.`,
    t`Ask a member to propose it, or apply for another class.`,
  ),
  MemberRegisterClassFull: say(t`This class has no seat left to give.`, t`Choose another class.`),
  MemberRegisterWindingUp: say(t`The co-op is winding up: nobody is admitted any more.`, t`Nothing was changed.`),
  MemberRegisterNoSuchMember: say(t`No member has this number.`, t`Check the number.`),

  // Applying and joining
  MemberRegisterApplicationOpen: ([, until]) => ({
    what: t`This account has an application already.`,
    next: t`It runs until ${whenTime(until)}. Wait for it, or take it back first.`,
  }),
  MemberRegisterTooSoon: ([, until]) => ({
    what: t`The board refused an application of this account not long ago.`,
    next: t`You can apply again after ${whenTime(until)}. You can appeal to the members now.`,
  }),
  MemberRegisterNoApplication: say(
    t`There is no application of this account that could be decided or taken back.`,
    t`Look at the list again; somebody may have decided it already.`,
  ),
  MemberRegisterDecidedTooLate: ([, until]) => ({
    what: t`The time to decide this application ended on ${whenTime(until)}; it counts as refused.`,
    next: t`The applicant can apply again, or appeal to the members.`,
  }),
  MemberRegisterNotAccepted: say(
    t`The board has not accepted this application, or its acceptance has lapsed.`,
    t`Look where your application stands; you may have to apply again.`,
  ),
  MemberRegisterNotRefused: say(
    t`Only an application that was refused, or not decided in time, is appealed, and only once.`,
    t`Look where your application stands.`,
  ),
  MemberRegisterUnknownReason: say(t`A refusal gives one of five reasons.`, t`Choose the reason.`),
  MemberRegisterAttestationUsed: say(
    t`This proof has spoken for another account already.`,
    t`Ask the applicant for a proof of their own.`,
  ),
  MemberRegisterSameClass: say(t`You are in this class already.`, t`Choose another class.`),

  // Suspension
  MemberRegisterSuspensionOutOfBounds: ([, latest]) => ({
    what: t`A suspension gives its reason, begins now and ends in time.`,
    next: t`Write the reason, and choose an end by ${whenTime(latest)}.`,
  }),
  MemberRegisterReasonUsed: say(
    t`The member was suspended for this very reason before.`,
    t`Nobody is suspended twice for one reason; nothing was changed.`,
  ),
  MemberRegisterSuspensionStands: ([, until]) =>
    Number(until) === 0
      ? { what: t`The member is not suspended.`, next: t`Nothing needs to be done.` }
      : {
          what: t`The member is suspended until ${whenTime(until)}.`,
          next: t`Wait for its end, or lift it first.`,
        },
  MemberRegisterTermOutOfBounds: ([clause]) => ({
    what: t`A term of membership would break clause ${clauseOf(clause)} of the rulebook.`,
    next: t`Choose one within its bounds.`,
  }),

  // Recovery
  MemberRegisterNoRecovery: say(
    t`Nobody is asking for this recovery any more.`,
    t`Look at the list of recoveries again.`,
  ),
  MemberRegisterRecoveryRequested: say(
    t`This account has asked for this membership before.`,
    t`Wait for the members' word; once it was refused or taken back, use another new account.`,
  ),
  MemberRegisterRecoveryUnderWay: say(
    t`Another account is taking over this membership already.`,
    t`Wait until that is decided.`,
  ),
  MemberRegisterMayNotAttest: say(
    t`This account has vouched already, or can not vouch here.`,
    t`One director and two other members do; ask somebody else.`,
  ),
  MemberRegisterRecoveryTooEarly: ([, readyAt]) => ({
    what: t`The old account still has time to object.`,
    next: t`The recovery can be completed from ${whenTime(readyAt)}.`,
  }),
  MemberRegisterRecoveryVetoed: say(
    t`The old account objected, so only the members can decide it now.`,
    t`Write a proposal that decides it.`,
  ),
  ProxyDuringRecovery: say(
    t`While a membership moves to another account, its member names no proxy.`,
    t`Vote yourself, and name a proxy when that is over.`,
  ),
};
