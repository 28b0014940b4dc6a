// What a text says of money and accounts, held against what the actions do. The actions are read from their calls alone.
import { type Address, getAddress } from "viem";
import type { Content, Coop } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import type { Settlement } from "../chain/settlement.ts";
import { sameAddress, shortAddress } from "../format/address.ts";
import { formatMoney, parseMoney } from "../format/money.ts";
import { accountsOf, moduleAt, readCall } from "./calls.ts";
import { memberName, nameOf } from "./names.ts";
import type { ActionContext } from "./words/plain.ts";

const FIGURES = String.raw`\d[\d.,'’]*\d|\d`;
/** Figures of a call that are sums of money, by their names in the ABI. */
const IS_SUM = /amount|price|limit|target/i;

/** What a reader should look at twice; nothing where the text is silent or names what the actions do. */
export function doubtsAbout(content: Content, context: ActionContext): string[] {
  const { coop, settlement } = context;
  const said = { sums: sumsIn(content.description, settlement), accounts: accountsIn(content.description, coop) };
  const done = doneBy(content, context);
  const doubts: string[] = [];
  const otherSums = done.sums.filter((sum) => !said.sums.includes(sum));
  if (said.sums.length > 0 && otherSums.length > 0) {
    doubts.push(t`The text names ${list(said.sums, settlement)}, but the actions name ${list(otherSums, settlement)}.`);
  }
  const others = done.accounts.filter((account) => !said.accounts.some((one) => sameAddress(one, account)));
  for (const account of said.accounts.length > 0 ? others : []) {
    doubts.push(t`The actions name ${nameOf(account, coop)}, whom the text does not name. The text names others.`);
  }
  for (const account of done.accounts) {
    const double = doubleOf(account, coop);
    if (double) doubts.push(t`The account ${account} begins and ends like that of ${double}, and is another one.`);
  }
  return doubts;
}

/** Somebody else's account with the same ends: made so that it passes for it where only the ends are shown. */
function doubleOf(account: Address, coop: Coop): string | undefined {
  const ends = shortAddress(account).toLowerCase();
  const knownAccounts = [...coop.members.values()].flatMap((member) =>
    [member.account, ...member.formerAccounts].map((one) => ({ one, name: memberName(member, coop) })),
  );
  const paid = coop.moves.map(({ party }) => ({ one: party, name: t`somebody whom the co-op paid before` }));
  if (knownAccounts.some(({ one }) => sameAddress(one, account))) return undefined;
  return [...knownAccounts, ...paid].find(
    ({ one }) => shortAddress(one).toLowerCase() === ends && !sameAddress(one, account),
  )?.name;
}

const list = (sums: readonly bigint[], settlement: Settlement): string =>
  [...new Set(sums)].map((sum) => formatMoney(sum, settlement)).join(", ");

function doneBy(content: Content, context: ActionContext): { sums: bigint[]; accounts: Address[] } {
  const [sums, accounts]: [bigint[], Address[]] = [[], []];
  for (const [i, target] of content.targets.entries()) {
    const module = moduleAt(target, context);
    const call = module && readCall(module, content.calldatas[i] ?? "0x");
    if (!call) continue;
    for (const { name, value } of call.named)
      if (typeof value === "bigint" && value > 0n && IS_SUM.test(name)) sums.push(value);
    for (const account of accountsOf(call)) {
      const ours = moduleAt(account, context) !== undefined || sameAddress(account, context.settlement.address);
      if (!ours && BigInt(account) !== 0n) accounts.push(account);
    }
  }
  return { sums, accounts };
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
