// Rows of the Treasury and the reserve: movements, what each fund holds, budgets, and stops.

import { OUTSIDE } from "../funds.ts";
import { readAddress } from "../read.ts";
import { forEach, jsonOf, numbered, numbers } from "./read.ts";
import { growing, keyed, nested } from "./table.ts";

export const movements = growing({
  name: "movements",
  key: ["number"],
  columns: {
    number: "number",
    from: "number",
    to: "number",
    asset: "text",
    party: "text",
    amount: "amount",
    memo: "text",
    fromAfter: "amount",
    toAfter: "amount",
    via: "text",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  list: ({ coop }) => coop.moves,
  row: (move, number) => ({
    number,
    from: move.from,
    to: move.to,
    asset: move.asset,
    party: move.party,
    amount: move.amount,
    memo: move.memo,
    fromAfter: move.fromAfter ?? null,
    toAfter: move.toAfter ?? null,
    via: move.via ?? null,
    at: move.at,
    tx: move.tx,
    block: move.block,
    log: move.logIndex,
  }),
});

/** By fund and lower-case asset. */
export const funds = keyed({
  name: "funds",
  key: ["fund", "asset"],
  columns: { fund: "number", asset: "text", amount: "amount" },
  *entries({ coop }) {
    for (const [fund, assets] of coop.funds) {
      for (const [asset, amount] of assets) yield [`${fund}|${asset}`, amount];
    }
  },
  find: ({ coop }, key) => {
    const [fund, asset = ""] = key.split("|");
    return coop.funds.get(Number(fund))?.get(asset);
  },
  touched: {
    Moved: (event) => {
      const asset = readAddress(event.args, "asset").toLowerCase();
      return numbers(event, "from", "to").flatMap((fund) => (fund === OUTSIDE ? [] : [`${fund}|${asset}`]));
    },
  },
  row: (amount, key) => {
    const [fund, asset = ""] = key.split("|");
    return { fund: Number(fund), asset, amount };
  },
});

export const reserveMoves = growing({
  name: "reserve_moves",
  key: ["number"],
  columns: {
    number: "number",
    does: "text",
    party: "text",
    amount: "amount",
    unbooked: "amount",
    certificateId: "amount",
    total: "amount",
    memo: "text",
    via: "text",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  list: ({ coop }) => coop.reserve.moves,
  row: ({ logIndex, unbooked = null, certificateId = null, via = null, ...move }, number) => ({
    number,
    ...move,
    unbooked,
    certificateId,
    via,
    log: logIndex,
  }),
});

export const budgets = keyed({
  name: "budgets",
  key: ["id"],
  columns: {
    id: "number",
    role: "amount",
    fund: "number",
    asset: "text",
    amount: "amount",
    left: "amount",
    until: "time",
    memo: "text",
    at: "time",
  },
  entries: ({ commons }) => commons.budgets,
  find: ({ commons }, id) => commons.budgets.get(id),
  touched: forEach(["BudgetGranted", "BudgetSpent"], numbered("budgetId")),
  row: ({ spent: _, ...budget }) => budget,
});

export const budgetSpendings = nested({
  name: "budget_spendings",
  key: ["budgetId", "number"],
  columns: {
    budgetId: "number",
    number: "number",
    spender: "text",
    to: "text",
    amount: "amount",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  parents: ({ commons }) => commons.budgets,
  find: ({ commons }, id) => commons.budgets.get(id),
  touched: { BudgetSpent: numbered("budgetId") },
  list: ({ spent }) => spent,
  row: ({ logIndex, ...spending }, number, { id }) => ({ budgetId: id, number, ...spending, log: logIndex }),
});

/** New deposits, bids and jobs were stopped (G1). */
export const halts = growing({
  name: "halts",
  key: ["number"],
  columns: { number: "number", guardian: "text", from: "time", until: "time" },
  list: ({ commons }) => commons.halts,
  row: ({ guardian, from, until }, number) => ({ number, guardian, from, until }),
});

export const incomePostings = growing({
  name: "income_postings",
  key: ["number"],
  columns: {
    number: "number",
    amount: "amount",
    members: "number",
    perHead: "amount",
    newest: "number",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  list: ({ commons }) => commons.income.postings,
  row: ({ logIndex, ...posting }, number) => ({ number, ...posting, log: logIndex }),
});

export const incomeClaims = growing({
  name: "income_claims",
  key: ["number"],
  columns: {
    number: "number",
    memberId: "number",
    account: "text",
    amount: "amount",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  list: ({ commons }) => commons.income.claims,
  row: ({ logIndex, ...claim }, number) => ({ number, ...claim, log: logIndex }),
});

/** What moved no money and stands in the journal: coupons, claims, wear, the end of a machine. */
export const reckoned = growing({
  name: "reckoned",
  key: ["number"],
  columns: {
    number: "number",
    does: "text",
    of: "number",
    amounts: "json",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  list: ({ commons }) => commons.reckoned,
  row: ({ does, of, at, tx, block, logIndex, ...amounts }, number) => ({
    number,
    does,
    of,
    amounts: jsonOf(amounts),
    at,
    tx,
    block,
    log: logIndex,
  }),
});
