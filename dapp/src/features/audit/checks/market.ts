// Jobs and what is held for them, points and dividends.

import type { Address } from "viem";
import { english } from "../../../../../books/english.ts";
import { JobState } from "../../../../../books/job.ts";
import type { MarketState } from "../../../../../books/market.ts";
import { t } from "../../../../../books/say.ts";
import { contributionsOf, whyDividend } from "../../../../../books/surplus.ts";
import { ask, askAll, balanceIn, type Check, Comparison, type Subject, sum } from "./check.ts";

/** By number of `JobState`. */
const STATES = ["none", english`offered`, english`accepted`, english`done`, english`disputed`, english`ended`];

/** The market that stands, and those that it replaced, where their jobs end. */
export const marketsOf = ({ market, modules }: Pick<Subject, "market" | "modules">): [Address, MarketState][] => [
  ...([...market.former] as [Address, MarketState][]),
  [modules.market, market],
];

export const jobs: Check = {
  title: t`Jobs, one by one, and their escrow`,
  of: t`The state of every job; that the market's fingerprint of each job under way is that of what its events say; and that escrow, fees and waiting payments are together what the market holds.`,
  run: async (subject) => {
    const comparison = new Comparison(subject);
    for (const [address, state] of marketsOf(subject)) {
      const stored = await askAll([...state.jobs.values()], ({ id, job }) =>
        Promise.all([
          ask(subject, "market", "stateOf", [BigInt(id)], address),
          ask(subject, "market", "matches", [BigInt(id), job], address),
        ]),
      );
      for (const [entry, [answer, matches]] of stored) {
        const [now] = answer as [number];
        comparison.same(t`Job ${entry.id}`, STATES[entry.state], STATES[now]);
        if (entry.state === JobState.Ended) continue;
        comparison.same(t`Job ${entry.id}, is what its events say`, true, matches);
      }
      await compareHeld(comparison, subject, address, state);
    }
    return comparison;
  },
};

async function compareHeld(comparison: Comparison, subject: Subject, address: Address, state: MarketState) {
  const [held, gathered, balance] = await Promise.all([
    ask(subject, "market", "held", [], address),
    ask(subject, "market", "gathered", [], address),
    balanceIn(subject, address),
  ]);
  const underWay = [...state.jobs.values()].filter((entry) => entry.state !== JobState.Ended);
  const escrow = sum(underWay, ({ job: { fare, passThrough, tip } }) => fare + passThrough + tip);
  const fees = state.gathered.operating + state.gathered.commons + state.gathered.reserve;
  const waiting = sum(state.owed.values(), (amount) => amount);
  comparison.money(t`Fees gathered`, fees, sum(gathered as bigint[], BigInt));
  comparison.money(
    t`Escrow, fees and waiting payments, and what the market says it holds`,
    escrow + fees + waiting,
    held,
  );
  comparison.covers(t`Held by the market, and there`, state.held, balance);
}

export const points: Check = {
  title: t`Points, member by member`,
  of: t`The points of every member in every period, added up again job by job, beside the contract's.`,
  run: async (subject) => {
    const { market } = subject;
    const comparison = new Comparison(subject);
    for (const { period, points: all, members } of market.periods.values()) {
      comparison.same(t`Period ${period}, all points`, all, await ask(subject, "patronage", "pointsIn", [period]));
      const stored = await askAll([...market.members.keys()], (id) =>
        ask(subject, "patronage", "pointsOf", [period, id]),
      );
      for (const [id, answer] of stored) {
        const own = members.get(id);
        const kept = sum(answer as bigint[], BigInt);
        if (!own && kept === 0n) continue;
        const earned = sum(contributionsOf(market, period, id), ({ work, custom }) => work + custom);
        comparison.same(t`Period ${period}, member ${id}`, earned, kept);
      }
    }
    return comparison;
  },
};

const PARTS = {
  surplus: t`surplus`,
  reserve: t`reserve`,
  community: t`community`,
  interest: t`interest`,
  dividends: t`dividends`,
};

export const dividends: Check = {
  title: t`Surplus and dividends, member by member`,
  of: t`How each surplus was divided, every member's dividend worked out again from its points, what is left of every pot, and that the money is there.`,
  run: async (subject) => {
    const { market, modules } = subject;
    const comparison = new Comparison(subject);
    let owed = market.carried;
    for (const { period, declared, members, moneyLeft } of market.periods.values()) {
      const [record, left] = await Promise.all([
        ask(subject, "surplus", "recordOf", [period]) as Promise<Record<string, bigint>>,
        ask(subject, "patronage", "leftOf", [period]) as Promise<bigint[]>,
      ]);
      for (const [part, words] of Object.entries(PARTS))
        comparison.money(t`Period ${period}, ${words}`, declared?.[part as keyof typeof PARTS] ?? 0n, record[part]);
      comparison.money(t`Period ${period}, not claimed yet`, moneyLeft, left[0]);
      owed += moneyLeft;
      const stored = await askAll([...members.keys()], (id) => ask(subject, "patronage", "dividendOf", [period, id]));
      for (const [id, answer] of stored) {
        const { amount } = answer as { amount: bigint };
        comparison.money(t`Period ${period}, member ${id}`, whyDividend(market, period, id)?.amount ?? 0n, amount);
      }
    }
    comparison.money(t`Left by rounding`, market.carried, await ask(subject, "patronage", "carried"));
    comparison.covers(t`Owed for dividends, and there`, owed, await balanceIn(subject, modules.patronage));
    return comparison;
  },
};
