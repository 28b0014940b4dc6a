// One question of the audit: what the events add up to, beside what the contracts say.

import type { Abi, Address, Client } from "viem";
import { readContract } from "viem/actions";
import type { Books } from "../../../../../books/books.ts";
import { said, t } from "../../../../../books/say.ts";
import { ABI_OF } from "../../../shared/chain/abis.ts";
import type { MadeBooks } from "../../../shared/chain/books.ts";
import type { Head, KeptLog } from "../../../shared/chain/reader.ts";
import type { Settlement } from "../../../shared/chain/settlement.ts";
import { tokenAbi } from "../../../shared/chain/token.ts";
import type { Modules } from "../../../shared/chain/useCoop.ts";
import type { SnapshotFile } from "../../../shared/config/coopFile.ts";
import { formatMoney } from "../../../shared/format/money.ts";

/** One figure that was compared. */
export type Line = { what: string; books: string; chain: string; agrees: boolean };

/** What is compared at one block. */
export type Subject = Books & {
  client: Client;
  head: Head;
  modules: Modules;
  settlement: Settlement;
  made: Pick<MadeBooks, "events" | "refusals">;
  /** With what this page begins, where that is a snapshot, and every log since the founding. */
  beginning?: { file: SnapshotFile; kept: readonly KeptLog[] } | undefined;
};

export type Check = {
  title: string;
  /** What is compared with what, in a sentence. */
  of: string;
  run: (subject: Subject) => Promise<Comparison>;
};

export class Comparison {
  readonly lines: Line[] = [];
  private readonly settlement: Settlement;

  constructor({ settlement }: Pick<Subject, "settlement">) {
    this.settlement = settlement;
  }

  /** Two figures or words; without regard to case, as addresses are written both ways. */
  same(what: string, books: unknown, chain: unknown): void {
    const [ours, theirs] = [shown(books), shown(chain)];
    this.lines.push({ what, books: ours, chain: theirs, agrees: ours.toLowerCase() === theirs.toLowerCase() });
  }

  /** Two amounts of the settlement token, to the smallest unit. */
  money(what: string, books: bigint, chain: unknown): void {
    const found = BigInt(chain as bigint);
    const say = (amount: bigint) => formatMoney(amount, this.settlement);
    this.lines.push({ what, books: say(books), chain: say(found), agrees: books === found });
  }

  /** What is held must be at least what is owed; more can have arrived unasked. */
  covers(what: string, owed: bigint, held: unknown): void {
    const found = BigInt(held as bigint);
    const say = (amount: bigint) => formatMoney(amount, this.settlement);
    const more = found > owed ? t` (${say(found - owed)} arrived unasked)` : "";
    this.lines.push({ what, books: say(owed), chain: `${say(found)}${more}`, agrees: found >= owed });
  }
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return t`nothing`;
  if (typeof value === "boolean") return value ? t`yes` : t`no`;
  // A state is a small word; the rest are figures, addresses and what people wrote.
  return typeof value === "string" && /^[a-z]+$/.test(value) ? said(value) : String(value);
}

type Module = keyof typeof ABI_OF;

/** Asks a module at the block that is compared; `address` is that of one that stood there before. */
export function ask(
  { client, head, modules }: Subject,
  module: Module,
  functionName: string,
  args: readonly unknown[] = [],
  address: Address = modules[module],
): Promise<unknown> {
  const call = { address, abi: ABI_OF[module] as Abi, functionName, args, blockNumber: head.number };
  return readContract(client, call);
}

/** What an account holds of the settlement token. */
export function balanceIn({ client, head, settlement }: Subject, account: Address): Promise<bigint> {
  return readContract(client, {
    address: settlement.address,
    abi: tokenAbi,
    functionName: "balanceOf",
    args: [account],
    blockNumber: head.number,
  });
}

const AT_ONCE = 60;

/** Asks about each of a list, some at a time, so that a public node is not flooded; answers come in the list's order. */
export async function askAll<Item, Answer>(
  items: readonly Item[],
  question: (item: Item) => Promise<Answer>,
): Promise<[Item, Answer][]> {
  const answers: [Item, Answer][] = [];
  for (let i = 0; i < items.length; i += AT_ONCE) {
    const some = items.slice(i, i + AT_ONCE);
    const found = await Promise.all(some.map(question));
    for (const [j, item] of some.entries()) answers.push([item, found[j] as Answer]);
  }
  return answers;
}

export const sum = <Item>(items: Iterable<Item>, of: (item: Item) => bigint): bigint => {
  let all = 0n;
  for (const item of items) all += of(item);
  return all;
};
