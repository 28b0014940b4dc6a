// Rows of the member shares: holdings, the queue of withdrawals, interest, write-downs and payments.
import type { BookEvent } from "../event.ts";
import { forEach, numbered, numbers } from "./read.ts";
import { growing, keyed } from "./table.ts";

/** Everything that brings one member up to date. */
const SETTLING = [
  "Subscribed",
  "InstalmentPaid",
  "PromiseDropped",
  "WithdrawalAsked",
  "WithdrawalCancelled",
  "WithdrawalServed",
  "Redeemed",
  "InterestClaimed",
  "HoldingCut",
  "Paid",
  "PaymentHeld",
  "Left",
  "Expelled",
];

/** As of each member's last change: later postings and write-downs are not counted yet. */
export const holdings = keyed({
  name: "holdings",
  key: ["memberId"],
  columns: {
    memberId: "number",
    units: "amount",
    promised: "amount",
    queued: "amount",
    day: "number",
    period: "number",
    epoch: "number",
    unitDays: "amount",
    interest: "amount",
    due: "amount",
  },
  entries: ({ coop }) => coop.shares.holdings,
  find: ({ coop }, id) => coop.shares.holdings.get(id),
  touched: forEach(SETTLING, numbered("memberId")),
  row: ({ units, promised, queued, day, period, epoch, unitDays, interest, due }, memberId) => ({
    memberId,
    units,
    promised,
    queued,
    day,
    period,
    epoch,
    unitDays,
    interest,
    due,
  }),
});

/** Shares that members got or gave up, each with the day from which it counts. */
export const shareChanges = growing({
  name: "share_changes",
  key: ["number"],
  columns: {
    number: "number",
    memberId: "number",
    by: "amount",
    day: "number",
    why: "text",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  list: ({ coop }) => coop.shares.changes,
  row: ({ logIndex, ...change }, number) => ({ number, ...change, log: logIndex }),
});

export const shareQueue = keyed({
  name: "share_queue",
  key: ["id"],
  columns: {
    id: "number",
    memberId: "number",
    units: "amount",
    asked: "amount",
    served: "amount",
    askedAt: "time",
    payableFrom: "time",
    unitsBefore: "amount",
    cancelledAt: "time",
    lastServedAt: "time",
  },
  entries: ({ coop }) => coop.shares.queue.map((entry) => [entry.id, entry] as const),
  find: ({ coop }, id) => coop.shares.queue[id],
  touched: forEach(["WithdrawalAsked", "WithdrawalCancelled", "WithdrawalServed"], numbered("entryId")),
  row: ({ cancelledAt = null, lastServedAt = null, ...entry }) => ({ ...entry, cancelledAt, lastServedAt }),
});

export const withdrawalStops = growing({
  name: "withdrawal_stops",
  key: ["number"],
  columns: { number: "number", from: "time", until: "time", reason: "text" },
  list: ({ coop }) => coop.shares.stops,
  row: ({ from, until, reason }, number) => ({ number, from, until, reason }),
});

export const interestPostings = growing({
  name: "interest_postings",
  key: ["period"],
  columns: {
    period: "number",
    rate: "number",
    day: "number",
    at: "time",
    tx: "text",
    unitDays: "amount",
    amount: "amount",
    derivedUnitDays: "amount",
    derivedAmount: "amount",
  },
  list: ({ coop }) => coop.shares.postings,
  row: (posting) => ({ ...posting }),
});

export const interestClaims = growing({
  name: "interest_claims",
  key: ["number"],
  columns: { number: "number", memberId: "number", amount: "amount", units: "amount", at: "time", tx: "text" },
  list: ({ coop }) => coop.shares.claims,
  row: (claim, number) => ({ number, ...claim }),
});

/** `counted` and `taken` grow as members are brought up to date. */
export const writeDowns = keyed({
  name: "write_downs",
  key: ["epoch"],
  columns: {
    epoch: "number",
    certificateId: "number",
    above: "amount",
    cut: "amount",
    amount: "amount",
    counted: "amount",
    taken: "amount",
    at: "time",
    tx: "text",
  },
  entries: ({ coop }) => coop.shares.writeDowns.map((one) => [one.epoch, one] as const),
  find: ({ coop }, epoch) => coop.shares.writeDowns[epoch],
  touched: {
    WrittenDown: (event) => numbers(event, "epoch"),
    ...forEach(SETTLING, (event: BookEvent, { coop }: { coop: { shares: Shares } }) => missed(coop.shares, event)),
  },
  row: ({ epoch, certificateId, above, cut, amount, counted, taken, at, tx }) => ({
    epoch,
    certificateId,
    above,
    cut,
    amount,
    counted,
    taken: taken.reduce((sum, { units }) => sum + units, 0n),
    at,
    tx,
  }),
});

type Shares = { holdings: Map<number, { epoch: number }>; writeDowns: readonly unknown[] };

/** The write-downs that a member had not taken its part of. */
function missed({ holdings: held, writeDowns: all }: Shares, event: BookEvent): number[] {
  return numbers(event, "memberId").flatMap((id) => {
    const from = held.get(id)?.epoch ?? all.length;
    return Array.from({ length: all.length - from }, (_, i) => from + i);
  });
}

export const sharePayments = growing({
  name: "share_payments",
  key: ["number"],
  columns: {
    number: "number",
    memberId: "number",
    fund: "number",
    account: "text",
    amount: "amount",
    held: "flag",
    at: "time",
    tx: "text",
  },
  list: ({ coop }) => coop.shares.payments,
  row: (payment, number) => ({ number, ...payment }),
});
