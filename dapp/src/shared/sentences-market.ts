// What can be refused where jobs are offered and done, and where points and the surplus are shared out.
import { t } from "../../../books/say.ts";
import { clauseOf, say, type Words, whenTime } from "./sentences-words.ts";

/** By `JobState` of IJobMarket.sol: the rest of "This job …". */
const JOBS = [
  t`does not exist`,
  t`is offered, and nobody has accepted it yet`,
  t`is accepted, and not done yet`,
  t`is done, and its payment waits`,
  t`is disputed, and its money is frozen`,
  t`has ended`,
];

/** What the names of terms in JobTerms.sol stand for. */
const TERMS: Record<string, string> = {
  amount: t`The job costs more than the market can hold for one job.`,
  fee: t`The fee is at most 20 % of the fare.`,
  commonsShare: t`Between 25 % and all of the fee goes to the commons fund.`,
  workShare: t`The side of work gets at most all of the members' part.`,
  window: t`A finished job can be disputed for an hour at least, and for 14 days at most.`,
  ruleWithin: t`A dispute is decided within 1 to 30 days.`,
  defaultAward: t`An undecided dispute gives at most everything to the provider.`,
  speed: t`The highest speed that counts lies between 1 and 300 km/h.`,
  fare: t`The fare is missing.`,
  acceptBy: t`The time until which it can be accepted is over already.`,
  doBy: t`A job is to be done after it can be accepted, and within a year.`,
  lasts: t`A booking is done within a year at most.`,
};

const outOfBounds: Words = ([name]) => ({
  what: TERMS[clauseOf(name)] ?? t`One of the figures is out of bounds.`,
  next: t`Change it and try again.`,
});
const underpaid = say(t`Not all of the money arrived.`, t`Nothing was recorded; try again.`);
const tooLate: Words = ([, until]) => ({
  what: t`This was possible until ${whenTime(until)}.`,
  next: t`The job's page shows what can be done now.`,
});

/** No date is later than this: the co-op winds up. */
const NEVER = 2 ** 40 - 1;

export const MARKET_SENTENCES: Record<string, Words> = {
  // Jobs
  JobMarketStale: say(
    t`The job is not as this page shows it: something has happened to it meanwhile.`,
    t`Load the page again and try once more.`,
  ),
  JobMarketWrongState: ([, state]) => ({
    what: t`This job ${JOBS[Number(state)] ?? t`is in another state`}.`,
    next: t`Its page shows what can be done now.`,
  }),
  JobMarketNotYours: say(
    t`The account in your wallet has no part in this job, or not the part that does this.`,
    t`Use the account that offered or accepted the job.`,
  ),
  JobMarketTooEarly: ([, from]) => ({
    what: t`It is too early for this.`,
    next: t`It can be done from ${whenTime(from)}.`,
  }),
  JobMarketTooLate: tooLate,
  JobMarketTermsChanged: say(
    t`The members have changed the fee or other terms of the market since you looked.`,
    t`Read the new terms; accept, or post your service again, if they suit you.`,
  ),
  JobMarketTermsOutOfBounds: outOfBounds,
  JobMarketOfferOutOfBounds: outOfBounds,
  JobMarketOwnJob: say(t`Nobody works for themselves.`, t`Let somebody else accept it, or take your offer back.`),
  JobMarketSuspended: ([, until]) => ({
    what: t`The member's use of services is suspended for a while.`,
    next: t`The member can take part again from ${whenTime(until)}. Jobs under way go on.`,
  }),
  JobMarketMembersOnly: say(t`This market is for members.`, t`Apply to join, or use the account that is a member's.`),
  JobMarketClosed: ([until]) =>
    Number(until) >= NEVER
      ? { what: t`The co-op is winding up: nothing new begins.`, next: t`Jobs that are under way go on to their end.` }
      : {
          what: t`A guardian has stopped new jobs for a while; those under way go on.`,
          next: t`Try again from ${whenTime(until)}.`,
        },
  JobMarketUnderpaid: underpaid,
  JobMarketBadSignature: say(
    t`The signature is not the customer's for this job and distance, or its time is over.`,
    t`Ask the customer to sign again, or to countersign here.`,
  ),
  JobMarketNoSuchService: say(
    t`This service is not offered any more, or not on these terms.`,
    t`Go back to the market and look again.`,
  ),
  JobMarketArbiterIsParty: say(
    t`Nobody decides a dispute that they are a part of.`,
    t`Leave it to another arbiter; without one it is divided by the charter when its time is over.`,
  ),
  JobMarketAwardTooHigh: say(t`The provider gets at most all of it.`, t`Enter 100 % or less.`),
  JobMarketNothingDue: say(t`Nothing waits here to be handed over.`, t`Nothing needs to be done.`),
  JobMarketGasTooLow: say(
    t`Your wallet allowed too little work for trying the payment fairly.`,
    t`Try again and leave your wallet's settings as they are.`,
  ),

  // Points and dividends
  PatronageNotMarket: say(t`Only finished jobs earn points.`, t`Nothing was changed.`),
  PatronageNotTransferable: say(t`Points belong to their member and can not be given away.`, t`Nothing was changed.`),
  PatronageNotDeclared: ([period]) => ({
    what: t`The members have not shared out the surplus of period ${period} yet, or nobody earned points in it.`,
    next: t`Look again once they have decided.`,
  }),
  PatronageNothingDue: ([period]) => ({
    what: t`This member has no points of period ${period}, or has claimed what they brought.`,
    next: t`The page of the surplus shows what was claimed.`,
  }),
  PatronageRecovering: say(
    t`Another account asks to take over this membership; no dividend is paid out meanwhile.`,
    t`Try again when that is decided. What is due stays.`,
  ),
  PatronageNotYours: say(
    t`Only the members themselves take their dividend in shares.`,
    t`Use the member's account, or claim in money.`,
  ),
  PatronageUnderpaid: underpaid,
  PatronageTooMuch: say(t`So many points can not be kept count of.`, t`Nothing was changed.`),

  // Surplus
  SurplusTermOutOfBounds: ([clause]) => ({
    what: t`A term of the surplus would break clause ${clauseOf(clause)} of the rulebook.`,
    next: t`Choose one within its bounds.`,
  }),
  SurplusPeriodRuns: ([until]) => ({
    what: t`The period is still running.`,
    next: t`Anyone can close it from ${whenTime(until)}.`,
  }),
  SurplusPeriodOpen: ([period]) => ({
    what: t`Period ${period} is not closed yet.`,
    next: t`Close it first, once its time is over; anyone can.`,
  }),
  SurplusDeclaredAlready: ([period]) => ({
    what: t`The surplus of period ${period} was shared out already.`,
    next: t`Choose another period.`,
  }),
  SurplusNothing: say(t`A surplus of nothing is not shared out.`, t`Enter an amount.`),
  SurplusInterestTooHigh: say(
    t`Interest on shares of this rate is more than reserve and community leave of the surplus.`,
    t`Choose a lower rate or a larger amount.`,
  ),
  SurplusClosed: say(t`The co-op is closed: what is left goes to the body that inherits.`, t`Nothing was changed.`),
};
