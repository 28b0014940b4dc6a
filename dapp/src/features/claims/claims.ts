// Everything that a person can claim now. What it really brings is tried (amounts.ts).
import type { Address } from "viem";
import { stopAt } from "../../../../books/apply/withdrawals.ts";
import type { Member } from "../../../../books/coop.ts";
import { incomeDue } from "../../../../books/income.ts";
import { holdingOf } from "../../../../books/share-ledger.ts";
import { bondsDueTo, refundsTo } from "../../shared/commons/due.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { claimable, dividendsOf, sumOf } from "../../shared/surplus/dividends.ts";
import { type Books, type Claim, callOf, type Step } from "./claim.ts";
import { heldClaims, jobClaims } from "./job-claims.ts";

export function stepsOf(books: Books, account: Address): Step[] {
  const persons = [...books.coop.members.values()].filter((one) => sameAddress(one.account, account));
  const bonds = bondClaims(books, account);
  // With the last membership of the account, the rest is one transaction.
  const [last] = persons.slice(-1);
  return [
    ...queueSteps(books, persons),
    ...persons.map((person) => personStep(books, person, person === last ? bonds : [])),
    ...(last ? [] : bonds.map(alone)),
    ...refundClaims(books, account).map(alone),
    ...persons.flatMap((person) => dividendClaims(books, person)).map(alone),
    ...depositClaims(books, account).map(alone),
    ...heldClaims(books, account).map(alone),
    ...jobClaims(books, account).map(alone),
  ].filter(({ claims }) => claims.length > 0);
}

/** On its own page it is the same act. */
const alone = (claim: Claim): Step => ({ key: claim.id, claims: [claim], whole: () => claim.call });

/** Income, coupons and money from shares: `claimAll` pays all of it. */
function personStep(books: Books, person: Member, bonds: Claim[]): Step {
  const { modules } = books;
  const claims = [...incomeClaims(books, person), ...shareClaims(books, person), ...bonds];
  const whole = (all: readonly Claim[]) => {
    const series = all.flatMap(({ call }) => (call.address === modules.bonds ? [call.args[0]] : []));
    const [only] = all;
    const together = callOf("income", modules.income, "claimAll", person.id, series);
    return all.length === 1 && only ? only.call : together;
  };
  return { key: `everything:${person.id}`, claims, whole };
}

function incomeClaims({ book, modules }: Books, { id }: Member): Claim[] {
  const expected = incomeDue(book.income, id);
  const call = callOf("income", modules.income, "claim", id);
  return expected > 0n ? [{ id: `income:${id}`, what: ["income"], page: "/income", call, expected }] : [];
}

function shareClaims({ coop, modules, now }: Books, { id }: Member): Claim[] {
  const { units, due, interest } = holdingOf(coop, id, now);
  const shared = { page: "/shares", what: ["shares"] } as const;
  if (coop.closedAt !== undefined) {
    const expected = due + interest + units * (coop.shares.terms?.par ?? 0n);
    const call = callOf("shares", modules.shares, "redeem", id);
    return expected > 0n ? [{ ...shared, id: `redeem:${id}`, call, expected }] : [];
  }
  const expected = due + interest;
  const call = callOf("shares", modules.shares, "collect", id);
  return expected > 0n ? [{ ...shared, id: `collect:${id}`, call, expected }] : [];
}

/** Whoever moves the queue along pays those at its head; how far the money goes is tried. */
function queueSteps({ coop, modules, now }: Books, persons: readonly Member[]): Step[] {
  const own = new Set(persons.map(({ id }) => id));
  const waits = coop.shares.queue.slice(coop.shares.head, coop.shares.head + Number(AT_ONCE));
  const ripe = waits.some(({ memberId, units, payableFrom }) => own.has(memberId) && units > 0n && now >= payableFrom);
  if (!ripe || stopAt(coop, now) || coop.closedAt !== undefined) return [];
  const call = callOf("shares", modules.shares, "advance", AT_ONCE);
  return [alone({ id: "advance-queue", what: ["asked back"], page: "/shares", call, expected: 0n })];
}
const AT_ONCE = 25n;

function bondClaims({ book, modules }: Books, account: Address): Claim[] {
  return bondsDueTo(book, account).map(({ series, coupon, principal }) => ({
    id: `claim:${series.id}`,
    what: [principal > 0n ? "repaid" : "coupons", series.id],
    page: `/bonds/${series.id}`,
    call: callOf("bonds", modules.bonds, "claim", BigInt(series.id), account),
    expected: coupon + principal,
  }));
}

function refundClaims({ book, modules }: Books, account: Address): Claim[] {
  return refundsTo(book, account).map(({ series, amount }) => ({
    id: `refund-own:${series.id}`,
    what: ["bid", series.id],
    page: `/bonds/${series.id}`,
    call: callOf("bonds", modules.bonds, "refund", BigInt(series.id), [account]),
    expected: amount,
  }));
}

function dividendClaims({ market, modules }: Books, { id }: Member): Claim[] {
  const due = claimable(dividendsOf(market, id));
  const periods = due.map(({ period }) => period);
  const call = callOf("patronage", modules.patronage, "claim", id, periods, false);
  return due.length > 0
    ? [{ id: `dividend-money:${id}`, what: ["dividend"], page: "/surplus", call, expected: sumOf(due) }]
    : [];
}

function depositClaims({ book, modules }: Books, account: Address): Claim[] {
  const expected = book.deposits.get(account.toLowerCase()) ?? 0n;
  const call = callOf("machines", modules.machines, "returnDeposit", account);
  return expected > 0n ? [{ id: "return-deposit", what: ["deposit"], page: "/machines", call, expected }] : [];
}
