// What a text says of money and accounts, held against what the actions do. The actions are read from their calls alone.
import { type Address, getAddress } from "viem";
import type { Content, Coop } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import type { Settlement } from "../chain/settlement.ts";
import { sameAddress, shortAddress } from "../format/address.ts";
import { formatMoney, parseMoney } from "../format/money.ts";
import { doubledBy, earlierOf, personOf } from "../membership/persons.ts";
import { accountsOf, moduleAt, readCall } from "./calls.ts";
import { memberName, nameOf } from "./names.ts";
import type { ActionContext } from "./words/plain.ts";

const FIGURES = String.raw`\d[\d.,'’]*\d|\d`;
/** Figures of a call that are sums of money, by their names in the ABI. */
const IS_SUM = /amount|price|limit|target/i;

/** What a reader should look at twice: the text names what the actions do not, and the actions what the text does not. */
export function doubtsAbout(content: Content, context: ActionContext): string[] {
  const { coop, settlement } = context;
  const done = doneBy(content, context);
  const sums = apart(sumsIn(content.description, settlement), done.sums, done.figures, (a, b) => a === b);
  const accounts = apart(accountsIn(content.description, coop), done.accounts, done.accounts, sameAddress);
  const doubts: string[] = [];
  if (sums) {
    const [said, meant] = [list(sums.said, settlement), list(sums.meant, settlement)];
    doubts.push(t`The text names ${said}, but the actions name ${meant}.`);
  }
  for (const account of accounts?.meant ?? []) {
    doubts.push(t`The actions name ${nameOf(account, coop)}, whom the text does not name. The text names others.`);
  }
  for (const account of done.accounts) {
    const double = doubleOf(account, coop);
    if (double) doubts.push(t`The account ${account} begins and ends like that of ${double}, and is another one.`);
  }
  return doubts;
}

/** What only the text names, and what only the actions mean; undefined unless there is some of both. */
function apart<T>(said: readonly T[], meant: readonly T[], named: readonly T[], same: (a: T, b: T) => boolean) {
  const onlySaid = said.filter((one) => !named.some((other) => same(one, other)));
  const onlyMeant = meant.filter((one) => !said.some((other) => same(one, other)));
  return onlySaid.length > 0 && onlyMeant.length > 0 ? { said: onlySaid, meant: onlyMeant } : undefined;
}

/** Somebody else's account with the same ends: made so that it passes for it where only the ends are shown. */
function doubleOf(account: Address, coop: Coop): string | undefined {
  const ends = shortAddress(account).toLowerCase();
  if (personOf(coop, account) ?? earlierOf(coop, account)) return undefined;
  const member = doubledBy(coop, account);
  if (member) return memberName(member, coop);
  const paid = coop.moves.some(
    ({ party }) => shortAddress(party).toLowerCase() === ends && !sameAddress(party, account),
  );
  return paid ? t`somebody whom the co-op paid before` : undefined;
}

const list = (sums: readonly bigint[], settlement: Settlement): string =>
  [...new Set(sums)].map((sum) => formatMoney(sum, settlement)).join(", ");

type Done = {
  /** Sums that are the matter of a call, and every number in it. */
  sums: bigint[];
  figures: bigint[];
  accounts: Address[];
};

function doneBy(content: Content, context: ActionContext): Done {
  const done: Done = { sums: [], figures: [], accounts: [] };
  for (const [i, target] of content.targets.entries()) {
    const module = moduleAt(target, context);
    const call = module && readCall(module, content.calldatas[i] ?? "0x");
    for (const { name, value } of call?.named ?? []) {
      if (typeof value !== "bigint") continue;
      done.figures.push(value);
      if (value > 0n && IS_SUM.test(name)) done.sums.push(value);
    }
    for (const account of call ? accountsOf(call) : []) {
      const ours = moduleAt(account, context) !== undefined || sameAddress(account, context.settlement.address);
      if (!ours && BigInt(account) !== 0n) done.accounts.push(account);
    }
  }
  return done;
}

/** "€1,250.00", "1250 euros", "12.50 tEUR". */
function sumsIn(text: string, settlement: Settlement): bigint[] {
  const unit = settlement.symbol.replaceAll(/[^\p{L}\p{N}]/gu, "");
  const names = ["€", "euros?", "EUR", ...(unit ? [unit] : [])].join("|");
  const pattern = new RegExp(`(?:€|EUR)\\s?(${FIGURES})|(${FIGURES})\\s?(?:${names})(?![\\p{L}\\p{N}])`, "giu");
  return [...text.matchAll(pattern)].flatMap(
    ([, before, after]) => parseMoney(before ?? after ?? "", settlement) ?? [],
  );
}

/** Whole addresses, and members by their numbers. */
function accountsIn(text: string, coop: Coop): Address[] {
  const addresses = [...text.matchAll(/0x[0-9a-f]{40}(?![0-9a-f])/gi)].map(([found]) =>
    getAddress(found.toLowerCase()),
  );
  const members = [...text.matchAll(/\bmember\s+(\d{1,9})\b/gi)].flatMap(
    ([, id]) => coop.members.get(Number(id))?.account ?? [],
  );
  return [...addresses, ...members];
}
