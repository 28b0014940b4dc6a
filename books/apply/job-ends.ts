// JobMarket: how a job ends, what its money becomes, and what happens to the money that stays.
import type { BookEvent } from "../event.ts";
import { GRACE, JobEnd, JobState, type MarketTerms, type Split, splitOf } from "../job.ts";
import type { JobEntry, MarketBook, MarketState } from "../model/market.ts";
import { readAddress, readBigInt, readNumber } from "../read.ts";
import { jobIn, stateAt, termsOf } from "./market-state.ts";
import { compare, refusal, toldBy } from "./told.ts";

export function applyEnds(book: MarketBook, event: BookEvent): void {
  const state = stateAt(book, event);
  if (event.name === "JobEnded") end(book, state, event);
  else if (event.name === "PaymentHeld") putAside(book, state, event);
  else if (event.name === "Collected") collect(book, state, event);
  else if (event.name === "Remitted") remit(book, state, event);
}

const { Offered, Accepted, Done, Disputed } = JobState;

/** From which point each end can be reached. */
const FROM: Record<number, readonly number[]> = {
  [JobEnd.Countersigned]: [Accepted, Done],
  [JobEnd.Released]: [Done],
  [JobEnd.Withdrawn]: [Offered],
  [JobEnd.Lapsed]: [Offered],
  [JobEnd.GivenUp]: [Accepted],
  [JobEnd.Overdue]: [Accepted],
  [JobEnd.Ruled]: [Disputed],
  [JobEnd.Undecided]: [Disputed],
};

/** What is paid went out, unless the next event says that it was put aside. */
function end(book: MarketBook, state: MarketState, event: BookEvent): void {
  const { args, timestamp, transactionHash: tx } = event;
  const how = readNumber(args, "how");
  const entry = jobIn(state, event, ...(FROM[how] ?? []));
  const { job } = entry;
  requireReached(state, event, entry, how);
  const follows = dividedOf(state, event, entry, how);
  const told = {
    pay: readBigInt(args, "pay"),
    refund: readBigInt(args, "refund"),
    commons: readBigInt(args, "commons"),
    operating: readBigInt(args, "operating"),
    reserve: readBigInt(args, "reserve"),
  };
  // A market that was replaced ends its jobs for no points (J5).
  const { work, custom } = state === book ? follows : { work: 0n, custom: 0n };
  compare(book, "split", event, {
    pay: [told.pay, follows.pay],
    refund: [told.refund, follows.refund],
    commons: [told.commons, follows.commons],
    operating: [told.operating, follows.operating],
    reserve: [told.reserve, follows.reserve],
  });
  const back = job.role === 0 ? 0n : told.refund;
  const refund = told.refund - back;
  state.held -= told.pay + refund;
  entry.endedBy = toldBy(event);
  book.moved.push({ ...entry.endedBy, does: "ended", of: entry.id, party: job.provider, ...told, refund, back });
  const { gathered } = state;
  state.gathered = {
    operating: gathered.operating + told.operating + back,
    commons: gathered.commons + told.commons,
    reserve: gathered.reserve + told.reserve,
  };
  entry.state = JobState.Ended;
  entry.dates.ended = timestamp;
  entry.how = how;
  entry.split = { ...told, work, custom };
  if (work + custom !== 0n) book.pending.points = { tx, entry, work, custom };
}

/** Whether the clocks and the events before allow this end. */
function requireReached(state: MarketState, event: BookEvent, entry: JobEntry, how: number): void {
  const { job, dates } = entry;
  const now = event.timestamp;
  const reached = (terms: () => MarketTerms): boolean => {
    switch (how) {
      case JobEnd.Countersigned:
        return entry.countersigned !== undefined;
      case JobEnd.Released:
        return now >= dates.done + terms().window;
      case JobEnd.Lapsed:
        return now >= job.acceptBy;
      case JobEnd.Overdue:
        return now > job.doBy + GRACE;
      case JobEnd.Ruled:
        return entry.ruling !== undefined;
      case JobEnd.Undecided:
        return now >= dates.disputed + terms().ruleWithin;
      default:
        return how === JobEnd.Withdrawn || how === JobEnd.GivenUp;
    }
  };
  if (!reached(() => termsOf(state, event, entry)))
    throw refusal(event)(`ends job ${entry.id} in a way not open to it`);
}

/** What its money becomes: all of it goes back, or it is divided by the terms under which it was accepted. */
function dividedOf(state: MarketState, event: BookEvent, entry: JobEntry, how: number): Split {
  const { job, ruling } = entry;
  const back = how === JobEnd.Withdrawn || how === JobEnd.Lapsed || how === JobEnd.GivenUp || how === JobEnd.Overdue;
  if (back) {
    const refund = job.fare + job.passThrough + job.tip;
    return { pay: 0n, refund, commons: 0n, operating: 0n, reserve: 0n, work: 0n, custom: 0n };
  }
  const terms = termsOf(state, event, entry);
  if (how === JobEnd.Ruled) return splitOf(job, terms, ruling?.award);
  if (how === JobEnd.Undecided) return splitOf(job, terms, terms.defaultAward);
  return splitOf(job, terms, undefined, how !== JobEnd.Released);
}

function putAside({ moved }: MarketBook, state: MarketState, event: BookEvent): void {
  const entry = jobIn(state, event, JobState.Ended);
  const [account, amount] = [readAddress(event.args, "account"), readBigInt(event.args, "amount")];
  const { job, split } = entry;
  const key = account.toLowerCase();
  const payable =
    (key === job.provider.toLowerCase() && amount === split?.pay) ||
    (key === job.customer.toLowerCase() && amount === split?.refund);
  if (!payable) throw refusal(event)(`puts ${amount} aside for ${account}, which job ${entry.id} does not owe`);
  entry.held.push({ account, amount });
  state.owed.set(key, (state.owed.get(key) ?? 0n) + amount);
  state.held += amount;
  moved.push({ ...toldBy(event), does: "put aside", of: entry.id, party: account, amount });
}

/** All that waits for an account at once. */
function collect({ moved }: MarketBook, state: MarketState, event: BookEvent): void {
  const account = readAddress(event.args, "account").toLowerCase();
  const [party, amount] = [readAddress(event.args, "to"), readBigInt(event.args, "amount")];
  const owed = state.owed.get(account) ?? 0n;
  if (amount !== owed || amount === 0n) throw refusal(event)(`collects ${amount} where ${owed} waits`);
  state.owed.delete(account);
  state.held -= amount;
  moved.push({ ...toldBy(event), does: "collected", of: 0, party, amount });
}

function remit(book: MarketBook, state: MarketState, event: BookEvent): void {
  const { args } = event;
  const { gathered } = state;
  const told = {
    operating: readBigInt(args, "operating"),
    commons: readBigInt(args, "commons"),
    reserve: readBigInt(args, "reserve"),
  };
  compare(book, "fees", event, {
    operating: [told.operating, gathered.operating],
    commons: [told.commons, gathered.commons],
    reserve: [told.reserve, gathered.reserve],
  });
  state.gathered = { operating: 0n, commons: 0n, reserve: 0n };
  const amount = told.operating + told.commons + told.reserve;
  state.held -= amount;
  book.moved.push({ ...toldBy(event), does: "remitted", of: 0, party: event.address, amount });
}
