// Treasury, as far as the commons need it: what the funds hold, budgets, listed assets, and the guardian's stop (G1).
import type { BookEvent } from "../event.ts";
import { OUTSIDE } from "../funds.ts";
import type { CommonsBook } from "../model/commons.ts";
import { readAddress, readBigInt, readBoolean, readHex, readNumber } from "../read.ts";
import { compare, readCount, refusal, toldBy } from "./told.ts";

export function applyBudgets(book: CommonsBook, event: BookEvent): void {
  if (event.name === "Moved") move(book, event);
  else if (event.name === "BudgetGranted") grant(book, event);
  else if (event.name === "BudgetSpent") spend(book, event);
  else if (event.name === "AssetListed") list(book, event);
  else if (event.name === "Halted") halt(book, event);
}

/** The first asset that moves is the settlement token. */
function move(book: CommonsBook, { args }: BookEvent): void {
  const asset = readAddress(args, "asset").toLowerCase();
  if (book.assets.has(asset)) return;
  book.token ??= asset;
  const amount = readBigInt(args, "amount");
  const change = (fund: number, by: bigint) => {
    if (fund !== OUTSIDE) book.funds.set(fund, (book.funds.get(fund) ?? 0n) + by);
  };
  change(readNumber(args, "from"), -amount);
  change(readNumber(args, "to"), amount);
}

function grant(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const id = readCount(args, "budgetId");
  const next = book.budgets.size + 1;
  if (id !== next) throw refusal(event)(`is budget ${id}; the next is ${next}`);
  const amount = readBigInt(args, "amount");
  book.budgets.set(id, {
    id,
    role: readBigInt(args, "role"),
    fund: readNumber(args, "fund"),
    asset: readAddress(args, "asset"),
    amount,
    left: amount,
    until: readNumber(args, "until"),
    memo: readHex(args, "memo"),
    at: event.timestamp,
    spent: [],
  });
}

function spend(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const id = readCount(args, "budgetId");
  const [amount, left] = [readBigInt(args, "amount"), readBigInt(args, "left")];
  const budget = book.budgets.get(id);
  if (!budget) throw refusal(event)(`spends from budget ${id}, which was not granted`);
  if (amount > budget.left) throw refusal(event)(`spends ${amount} of the ${budget.left} that budget ${id} has`);
  if (event.timestamp >= budget.until) throw refusal(event)(`spends from budget ${id}, which has ended`);
  compare(book, "budgets", event, { left: [left, budget.left - amount] });
  budget.left -= amount;
  const spender = readAddress(args, "spender");
  budget.spent.push({ ...toldBy(event), spender, to: readAddress(args, "to"), amount });
}

function list(book: CommonsBook, { args }: BookEvent): void {
  const asset = readAddress(args, "asset").toLowerCase();
  if (readBoolean(args, "listed")) book.assets.add(asset);
  else book.assets.delete(asset);
}

/** Bounded, and not twice running: what the limit is, the rules say. */
function halt({ halts }: CommonsBook, event: BookEvent): void {
  const until = readNumber(event.args, "until");
  const last = halts.at(-1);
  if (last && event.timestamp < last.until) throw refusal(event)("stops again what is stopped");
  if (until <= event.timestamp) throw refusal(event)("stops until a moment that is over");
  halts.push({ guardian: readAddress(event.args, "guardian"), from: event.timestamp, until });
}

/** Until when new deposits, bids and jobs are stopped; nothing when they are not. */
export function haltAt({ halts }: CommonsBook, now: number): number | undefined {
  return halts.findLast(({ until }) => now < until)?.until;
}
