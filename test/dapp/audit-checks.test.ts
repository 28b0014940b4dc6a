// What the audit room compares in the browser: on the demo's chain all of it agrees, and whatever a contract, or the node that speaks for
// it, says otherwise is found by the check that is for it, with both figures.
import { expect } from "chai";
import hre from "hardhat";
import {
  type Abi,
  type Address,
  type Client,
  createClient,
  custom,
  type Hex,
  numberToHex,
  toFunctionSelector,
} from "viem";
import { applyToBooks, type Books, emptyBooks } from "../../books/books.ts";
import type { BookEvent } from "../../books/event.ts";
import { CHECKS } from "../../dapp/src/features/audit/checks/all.ts";
import type { Line, Subject } from "../../dapp/src/features/audit/checks/check.ts";
import { ABI_OF } from "../../dapp/src/shared/chain/abis.ts";
import { MODULE_AT } from "../../dapp/src/shared/chain/places.ts";
import type { Modules } from "../../dapp/src/shared/chain/useCoop.ts";
import { deploy, firstBlockDate, seed } from "../../scripts/demo/seed.ts";
import { readLived } from "../helpers/lived-books.ts";

type Falsify = (method: string, params: unknown[], answer: unknown) => unknown;
type Change = (word: bigint) => bigint;
const BALANCE_OF = "0x70a08231";
const more: Change = (word) => word + 1n;

/** Changes one word of every answer to a function. */
function alter(module: keyof typeof ABI_OF | "token", name: string, word: number, change: Change = more): Falsify {
  const selector = module === "token" ? BALANCE_OF : selectorOf(module, name);
  return (method, params, answer) => {
    const { data } = (params[0] ?? {}) as { data?: Hex };
    if (method !== "eth_call" || !data?.startsWith(selector)) return answer;
    const from = 2 + 64 * word;
    const text = answer as string;
    const changed = change(BigInt(`0x${text.slice(from, from + 64)}`));
    return text.slice(0, from) + numberToHex(changed, { size: 32 }).slice(2) + text.slice(from + 64);
  };
}

function selectorOf(module: keyof typeof ABI_OF, name: string): Hex {
  const found = (ABI_OF[module] as Abi).find((item) => item.type === "function" && item.name === name);
  return toFunctionSelector(found as never);
}

const noneLeft: Change = () => 0n;

/** What is falsified, and where that has to be found. */
const LIES: [what: string, check: string, line: RegExp, lie: () => Falsify][] = [
  [
    "a fund",
    "Funds of the treasury",
    /fund|payable|capital|income|deposits|bids|bond service|purchase/,
    () => alter("treasury", "balanceOf", 0),
  ],
  ["all funds together", "Funds of the treasury", /^All funds together$/, () => alter("treasury", "booked", 0)],
  [
    "the money that is there",
    "Money that is really there",
    /^Treasury$/,
    () => alter("token", "balanceOf", 0, noneLeft),
  ],
  ["the reserve's book", "Accounts of the journal", /^1410 Held by the reserve$/, () => alter("reserve", "booked", 0)],
  ["the market's money", "Accounts of the journal", /^1210 Market: escrow$/, () => alter("market", "held", 0)],
  ["a pot", "Accounts of the journal", /^2310 Dividends payable$/, () => alter("patronage", "leftOf", 0)],
  [
    "the price of a machine",
    "Accounts of the journal",
    /^1510 Machines at cost$/,
    () => alter("machines", "termsOf", 2),
  ],
  ["bonds outstanding", "Accounts of the journal", /^2110 Bonds payable \d$/, () => alter("bonds", "seriesOf", 12)],
  ["the roll", "Members, one by one, and the roll", /^On the roll: /, () => alter("register", "roll", 3)],
  [
    "a member's account",
    "Members, one by one, and the roll",
    /^Member \d+, account$/,
    () => alter("register", "member", 0),
  ],
  [
    "a member's shares",
    "Member shares and interest, member by member",
    /^Member \d+, shares$/,
    () => alter("shares", "holdingOf", 0),
  ],
  [
    "a member's interest",
    "Member shares and interest, member by member",
    /^Member \d+, interest$/,
    () => alter("shares", "holdingOf", 4),
  ],
  ["a ballot", "Votes and outcomes", /^No\. 1: /, () => alter("assembly", "tally", 5)],
  ["an outcome", "Votes and outcomes", /^No\. 1: /, () => alter("assembly", "outcome", 0)],
  [
    "a book value",
    "Machines, their book values and leases",
    /^Machine \d, book value$/,
    () => alter("machines", "bookValue", 0),
  ],
  ["arrears", "Machines, their book values and leases", /^Machine \d, arrears$/, () => alter("machines", "rentOf", 1)],
  [
    "coupons of a holder",
    "Bonds, series by series and holder by holder",
    /^Series \d, 0x.*coupons to take$/,
    () => alter("bonds", "claimable", 0),
  ],
  [
    "coupons paid in",
    "Bonds, series by series and holder by holder",
    /^Series \d, coupons paid in$/,
    () => alter("bonds", "seriesOf", 13),
  ],
  [
    "a member's income",
    "Income of the commons, member by member",
    /^Member \d+, due$/,
    () => alter("income", "dueTo", 0),
  ],
  [
    "the state of a job",
    "Jobs, one by one, and their escrow",
    /^Job \d+$/,
    () => alter("market", "stateOf", 0, () => 1n),
  ],
  [
    "a job under way",
    "Jobs, one by one, and their escrow",
    /^Job \d+, is what its events say$/,
    () => alter("market", "matches", 0, (word) => (word === 1n ? 0n : word)),
  ],
  ["gathered fees", "Jobs, one by one, and their escrow", /^Fees gathered$/, () => alter("market", "gathered", 1)],
  ["a member's points", "Points, member by member", /^Period \d, member \d+$/, () => alter("patronage", "pointsOf", 0)],
  [
    "a member's dividend",
    "Surplus and dividends, member by member",
    /^Period \d, member \d+$/,
    () => alter("patronage", "dividendOf", 4),
  ],
  [
    "a surplus",
    "Surplus and dividends, member by member",
    /^Period \d, reserve$/,
    () => alter("surplus", "recordOf", 4),
  ],
  ["a module", "Modules in the directory", /^Offices and powers$/, () => alter("directory", "moduleAt", 0)],
  ["the end of an office", "Offices and their ends", /ends at/, () => alter("authority", "endOf", 0)],
  ["the number of holders", "Offices and their ends", /^In office: /, () => alter("authority", "inOffice", 0)],
  [
    "a rule",
    "Rules of decision making",
    /^Version 1, advisory resolution, notice$/,
    () => alter("assembly", "rulesAt", 0),
  ],
  [
    "the block of an opinion",
    "Blocks that auditors gave opinions on",
    /^Opinion 1, block \d+$/,
    () => (method, _, answer) =>
      method === "eth_getBlockByNumber" ? { ...(answer as object), hash: `0x${"ab".repeat(32)}` } : answer,
  ],
];

describe("The checks of the audit room", function () {
  this.timeout(120_000);
  let provider: { request: (call: { method: string; params?: unknown[] }) => Promise<unknown> };
  let events: BookEvent[];
  let subject: Omit<Subject, "client">;

  before(async () => {
    const connection = await hre.network.create({ network: "default", override: { initialDate: firstBlockDate() } });
    const { coop, euro } = await seed(connection, await deploy(connection));
    provider = connection.provider as typeof provider;
    ({ events } = await readLived({ provider, directory: coop.directory }));
    const block = (await provider.request({ method: "eth_getBlockByNumber", params: ["latest", false] })) as Record<
      string,
      Hex
    >;
    const head = {
      ...{ number: BigInt(block.number ?? 0), hash: block.hash as Hex, timestamp: Number(block.timestamp), seenAt: 0 },
    };
    const settlement = { address: euro, name: "Test euro", symbol: "tEUR", decimals: 6 };
    subject = { ...booksOf(events), head, settlement, modules: modulesIn(booksOf(events), coop.directory) };
  });

  const clientOf = (falsify: Falsify): Client =>
    createClient({
      transport: custom({
        request: async ({ method, params = [] }) => falsify(method, params, await provider.request({ method, params })),
      }),
    });

  /** What a check finds to differ. */
  async function differing(title: string, falsify: Falsify, of = subject): Promise<Line[]> {
    const check = CHECKS.find((one) => one.title === title);
    const { lines = [] } = (await check?.run({ ...of, client: clientOf(falsify) })) ?? {};
    return lines.filter(({ agrees }) => !agrees);
  }

  it("agree on every figure of a co-op that has lived, and each has something to compare", async () => {
    const client = clientOf((_, __, answer) => answer);
    for (const { title, run } of CHECKS) {
      const { lines } = await run({ ...subject, client });
      expect(lines, title).not.to.have.lengthOf(0);
      expect(
        lines.filter(({ agrees }) => !agrees),
        title,
      ).to.deep.equal([]);
    }
  });

  for (const [what, check, line, lie] of LIES) {
    it(`notice a lie about ${what}`, async () => {
      const found = await differing(check, lie());
      expect(found.map((one) => one.what).join("\n")).to.match(new RegExp(line.source, "m"));
      for (const { books, chain } of found) expect(books).not.to.equal(chain);
    });
  }

  it("find an event that tells another amount than follows from those before it, and one that can not be", async () => {
    const EVENTS = "Events, each possible after those before it";
    const honest: Falsify = (_, __, answer) => answer;
    const altered = events.map((event) =>
      event.name === "JobEnded" ? { ...event, args: paidMore(event.args) } : event,
    );
    const found = await differing(EVENTS, honest, { ...subject, ...booksOf(altered) });
    expect(found.map(({ what }) => what).join("\n")).to.match(/JobEnded/);
    const twice = events.flatMap((event, i) => (i === 100 ? [event, event] : [event]));
    const refused = await differing(EVENTS, honest, { ...subject, ...booksOf(twice) });
    expect(refused[0]).to.deep.include({ books: "0", chain: "1" });
    expect(refused[1]?.what).to.match(/came twice/);
  });
});

const paidMore = (args: BookEvent["args"]): BookEvent["args"] => {
  const { split, ...rest } = args as { split?: Record<string, bigint>; pay?: bigint };
  return split
    ? { ...rest, split: { ...split, pay: (split.pay ?? 0n) + 1n } }
    : { ...rest, pay: (rest.pay ?? 0n) + 1n };
};

function booksOf(events: readonly BookEvent[]): Books & Pick<Subject, "made"> {
  const books = emptyBooks();
  const refusals = events.flatMap((event) => applyToBooks(books, event));
  return { ...books, made: { events: events.length, refusals } };
}

function modulesIn({ coop }: Books, directory: Address): Modules {
  const placed = coop.placements.flatMap(({ place, module }) => (MODULE_AT[place] ? [[MODULE_AT[place], module]] : []));
  return { ...Object.fromEntries(placed), directory } as Modules;
}
