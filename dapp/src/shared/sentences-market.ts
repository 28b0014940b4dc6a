// What can be refused where jobs are offered and done, and where points and the surplus are shared out.
import { clauseOf, say, type Words, whenTime } from "./sentences-words.ts";

/** By `JobState` of IJobMarket.sol: the rest of "This job …". */
const JOBS = [
  "does not exist",
  "is offered, and nobody has accepted it yet",
  "is accepted, and not done yet",
  "is done, and its payment waits",
  "is disputed, and its money is frozen",
  "has ended",
];

/** What the names of terms in JobTerms.sol stand for. */
const TERMS: Record<string, string> = {
  amount: "The job costs more than the market can hold for one job.",
  fee: "The fee is at most 20 % of the fare.",
  commonsShare: "Between 25 % and all of the fee goes to the commons fund.",
  workShare: "The side of work gets at most all of the members' part.",
  window: "A finished job can be disputed for an hour at least, and for 14 days at most.",
  ruleWithin: "A dispute is decided within 1 to 30 days.",
  defaultAward: "An undecided dispute gives at most everything to the provider.",
  speed: "The highest speed that counts lies between 1 and 300 km/h.",
  fare: "The fare is missing.",
  acceptBy: "The time until which it can be accepted is over already.",
  doBy: "A job is to be done after it can be accepted, and within a year.",
  lasts: "A booking is done within a year at most.",
};

const outOfBounds: Words = ([name]) => ({
  what: TERMS[clauseOf(name)] ?? "One of the figures is out of bounds.",
  next: "Change it and try again.",
});
const underpaid = say("Not all of the money arrived.", "Nothing was recorded; try again.");
const tooLate: Words = ([, until]) => ({
  what: `This was possible until ${whenTime(until)}.`,
  next: "The job's page shows what can be done now.",
});

/** No date is later than this: the co-op winds up. */
const NEVER = 2 ** 40 - 1;

export const MARKET_SENTENCES: Record<string, Words> = {
  // Jobs
  JobMarketStale: say(
    "The job is not as this page shows it: something has happened to it meanwhile.",
    "Load the page again and try once more.",
  ),
  JobMarketWrongState: ([, state]) => ({
    what: `This job ${JOBS[Number(state)] ?? "is in another state"}.`,
    next: "Its page shows what can be done now.",
  }),
  JobMarketNotYours: say(
    "The account in your wallet has no part in this job, or not the part that does this.",
    "Use the account that offered or accepted the job.",
  ),
  JobMarketTooEarly: ([, from]) => ({
    what: "It is too early for this.",
    next: `It can be done from ${whenTime(from)}.`,
  }),
  JobMarketTooLate: tooLate,
  JobMarketTermsChanged: say(
    "The members have changed the fee or other terms of the market since you looked.",
    "Read the new terms; accept, or post your service again, if they suit you.",
  ),
  JobMarketTermsOutOfBounds: outOfBounds,
  JobMarketOfferOutOfBounds: outOfBounds,
  JobMarketOwnJob: say("Nobody works for themselves.", "Let somebody else accept it, or take your offer back."),
  JobMarketSuspended: ([, until]) => ({
    what: "The member's use of services is suspended for a while.",
    next: `The member can take part again from ${whenTime(until)}. Jobs under way go on.`,
  }),
  JobMarketMembersOnly: say("This market is for members.", "Apply to join, or use the account that is a member's."),
  JobMarketClosed: ([until]) =>
    Number(until) >= NEVER
      ? { what: "The co-op is winding up: nothing new begins.", next: "Jobs that are under way go on to their end." }
      : {
          what: "A guardian has stopped new jobs for a while; those under way go on.",
          next: `Try again from ${whenTime(until)}.`,
        },
  JobMarketUnderpaid: underpaid,
  JobMarketBadSignature: say(
    "The signature is not the customer's for this job and distance, or its time is over.",
    "Ask the customer to sign again, or to countersign here.",
  ),
  JobMarketNoSuchService: say(
    "This service is not offered any more, or not on these terms.",
    "Go back to the market and look again.",
  ),
  JobMarketArbiterIsParty: say(
    "Nobody decides a dispute that they are a part of.",
    "Leave it to another arbiter; without one it is divided by the charter when its time is over.",
  ),
  JobMarketAwardTooHigh: say("The provider gets at most all of it.", "Enter 100 % or less."),
  JobMarketNothingDue: say("Nothing waits here to be handed over.", "Nothing needs to be done."),
  JobMarketGasTooLow: say(
    "Your wallet allowed too little work for trying the payment fairly.",
    "Try again and leave your wallet's settings as they are.",
  ),

  // Points and dividends
  PatronageNotMarket: say("Only finished jobs earn points.", "Nothing was changed."),
  PatronageNotTransferable: say("Points belong to their member and can not be given away.", "Nothing was changed."),
  PatronageNotDeclared: ([period]) => ({
    what: `The members have not shared out the surplus of period ${period} yet, or nobody earned points in it.`,
    next: "Look again once they have decided.",
  }),
  PatronageNothingDue: ([period]) => ({
    what: `This member has no points of period ${period}, or has claimed what they brought.`,
    next: "The page of the surplus shows what was claimed.",
  }),
  PatronageRecovering: say(
    "Another account asks to take over this membership; no dividend is paid out meanwhile.",
    "Try again when that is decided. What is due stays.",
  ),
  PatronageNotYours: say(
    "Only the members themselves take their dividend in shares.",
    "Use the member's account, or claim in money.",
  ),
  PatronageUnderpaid: underpaid,
  PatronageTooMuch: say("So many points can not be kept count of.", "Nothing was changed."),

  // Surplus
  SurplusTermOutOfBounds: ([clause]) => ({
    what: `A term of the surplus would break clause ${clauseOf(clause)} of the rulebook.`,
    next: "Choose one within its bounds.",
  }),
  SurplusPeriodRuns: ([until]) => ({
    what: "The period is still running.",
    next: `Anyone can close it from ${whenTime(until)}.`,
  }),
  SurplusPeriodOpen: ([period]) => ({
    what: `Period ${period} is not closed yet.`,
    next: "Close it first, once its time is over; anyone can.",
  }),
  SurplusDeclaredAlready: ([period]) => ({
    what: `The surplus of period ${period} was shared out already.`,
    next: "Choose another period.",
  }),
  SurplusNothing: say("A surplus of nothing is not shared out.", "Enter an amount."),
  SurplusInterestTooHigh: say(
    "Interest on shares of this rate is more than reserve and community leave of the surplus.",
    "Choose a lower rate or a larger amount.",
  ),
  SurplusClosed: say("The co-op is closed: what is left goes to the body that inherits.", "Nothing was changed."),
};
