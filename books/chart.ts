// The chart of accounts: every account that the journal posts to, with its number, its place and its plain name (decision 0019).
// The first digit is the type: 1 assets, 2 liabilities, 3 equity, 4 income, 5 expenses. What stands for a series or a machine has
// that one's number in its place. Places are written so that hledger and beancount take them.
import { english } from "./english.ts";
import { fundName } from "./fund-names.ts";
import { fundOfMachine } from "./funds.ts";

export type AccountType = "assets" | "liabilities" | "equity" | "income" | "expenses";
/** What assets less liabilities and equity are reckoned with: income and expenses are changes of equity. */
export type AccountKind = "asset" | "liability" | "equity";
/** `name` says what it is, and no two accounts share one; `path` is its place, from its type down. */
export type Account = { kind: AccountKind; type: AccountType; code: number; path: string; name: string };

export const byCode = (a: Account, b: Account): number =>
  a.code - b.code || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

const KINDS: Record<AccountType, AccountKind> = {
  assets: "asset",
  liabilities: "liability",
  equity: "equity",
  income: "equity",
  expenses: "equity",
};
const TYPES = ["assets", "liabilities", "equity", "income", "expenses"] as const;

function account(code: number, place: string, name: string): Account {
  const type = TYPES[Math.floor(code / 1_000) - 1] ?? "equity";
  return { kind: KINDS[type], type, code, path: `${type[0]?.toUpperCase()}${type.slice(1)}:${place}`, name };
}

const HELD_FOR = {
  service: [1_160, "Bond-Service"],
  bids: [1_170, "Bond-Bids"],
  purchase: [1_180, "Machine-Purchase"],
} as const;

/** 1000 to 1499 is money; below 1200 each account is what one fund of the Treasury holds. */
export function held(fund: number): Account {
  const machine = fundOfMachine(fund);
  const name = english`treasury: ${fundName(fund)}`;
  if (!machine) return account(1_000 + 10 * Math.min(fund, 15), `Treasury:${placeOf(fundName(fund))}`, name);
  const [code, place] = HELD_FOR[machine.use];
  return account(code, `Treasury:${place}:${machine.of}`, name);
}

/** "Operating-Fund" */
const placeOf = (words: string): string =>
  words
    .split(" ")
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join("-");

export const ESCROW_HELD = account(1_210, "Market:Escrow", english`market: escrow`);
export const FEES_HELD = account(1_220, "Market:Fees", english`market: fees gathered`);
export const WAITING_HELD = account(1_230, "Market:Waiting-Payments", english`market: payments that wait`);
export const DIVIDENDS_HELD = account(1_310, "Dividends", english`held for dividends`);
export const RESERVE_HELD = account(1_410, "Reserve", english`held by the reserve`);
export const MACHINES = account(1_510, "Machines:At-Cost", english`machines at cost`);
export const WORN = account(1_520, "Machines:Depreciation", english`accumulated depreciation`);

/** 2000 to 2199 is owed to members and to those who lent, 2200 to 2299 is of jobs and auctions, 2300 to 2399 dividends. */
const OWED: Record<number, Account> = {
  4: account(2_040, "Members:Income", english`member income`),
  6: account(2_060, "Members:Withdrawals", english`withdrawals payable`),
  7: account(2_070, "Members:Interest", english`interest payable`),
  9: account(2_250, "Auction-Deposits", english`auction deposits`),
};
export const bondsPayable = (series: number): Account =>
  account(2_110, `Bonds:${series}:Principal`, english`bonds payable ${series}`);
export const couponsPayable = (series: number): Account =>
  account(2_120, `Bonds:${series}:Coupons`, english`coupons payable ${series}`);
const OF_SERIES = { service: [2_130, "Taken"], bids: [2_140, "Bids"], purchase: [2_150, "Purchase"] } as const;
export const ESCROW = account(2_210, "Market:Escrow", english`escrow of jobs`);
export const WAITING = account(2_230, "Market:Waiting-Payments", english`payments that wait`);
export const DIVIDENDS = account(2_310, "Dividends:Payable", english`dividends payable`);
export const CARRIED = account(2_320, "Dividends:Carried", english`dividends carried`);

/** Funds that are nobody's debt. */
const OWN: Record<number, Account> = {
  1: account(3_010, "Funds:Operating", english`operating fund`),
  2: account(3_020, "Share-Capital", english`share capital`),
  3: account(3_030, "Funds:Commons", english`commons fund`),
  8: account(3_080, "Funds:Upkeep", english`upkeep fund`),
  10: account(3_100, "Funds:Community", english`community fund`),
};
export const INVESTED = account(3_310, "Machines", english`machines of the commons`);
/** Belongs to nobody, and no part of it is ever a member's (A1). */
export const INDIVISIBLE = account(3_410, "Indivisible-Reserve", english`indivisible reserve`);
export const COVERED = account(3_420, "Losses-Covered", english`losses covered by the reserve`);
/** What became of the result: each of these falls when something is shared. */
export const DIVIDED = account(3_510, "Divided:Surpluses", english`surpluses divided`);
export const SHARED = account(3_520, "Divided:Member-Income", english`income shared equally`);
export const INTEREST = account(3_530, "Divided:Interest-On-Shares", english`interest on shares`);
export const TO_RESERVE = account(3_540, "Divided:Fees-To-Reserve", english`fees put into the reserve`);
export const ENDOWED = account(3_550, "Divided:Asset-Locked-Body", english`handed to the asset-locked body`);
/** Left the market and reaches its funds in the same transaction: nothing at the end of each. */
export const ON_ITS_WAY = account(3_900, "On-Its-Way", english`fees on their way`);

export const FEES = account(4_110, "Fees:Operating", english`fees of the market`);
export const FEES_FOR_COMMONS = account(4_120, "Fees:Commons", english`fees for the commons`);
export const FEES_FOR_RESERVE = account(4_130, "Fees:Reserve", english`fees for the reserve`);
export const RENT = account(4_210, "Rent", english`rent`);
/** What a machine brought, less its book value. */
export const SOLD = account(4_310, "Machines-Sold-Or-Lost", english`machines sold or lost`);
export const FORGONE = account(4_410, "Bonds-Not-Repaid", english`bonds not repaid`);
const INCOME: Record<number, Account> = {
  1: account(4_010, "Operating", english`operating income`),
  3: account(4_030, "Gifts:Commons", english`given to the commons fund`),
  8: account(4_080, "Gifts:Upkeep", english`given to the upkeep fund`),
  10: account(4_100, "Gifts:Community", english`given to the community fund`),
};

export const WORK = account(5_020, "Work-For-The-Co-op", english`work for the co-op`);
export const COUPONS = account(5_210, "Coupons", english`coupons`);
export const WEAR = account(5_220, "Depreciation", english`depreciation`);
const COSTS: Record<number, Account> = {
  1: account(5_010, "Operating", english`operating costs`),
  3: account(5_030, "Commons-Projects", english`commons projects`),
  8: account(5_080, "Upkeep", english`upkeep`),
  10: account(5_100, "Community-Projects", english`community projects`),
};

/** Whose the money of a fund is: the co-op's, or that of those to whom it is owed. */
export function claimOn(fund: number): Account {
  const machine = fundOfMachine(fund);
  if (!machine) return OWN[fund] ?? OWED[fund] ?? account(2_900, `Other:${fund}`, fundName(fund));
  const [code, use] = OF_SERIES[machine.use];
  return account(code, `Bonds:${machine.of}:${use}`, fundName(fund));
}

/** What comes from outside into a fund is income, or owed, or capital. */
export const incomeOf = (fund: number): Account => INCOME[fund] ?? claimOn(fund);
/** What goes outside out of a fund is a cost, or was owed, or was capital. */
export const costOf = (fund: number): Account => COSTS[fund] ?? claimOn(fund);

/** Which part of the equity an account of equity, income or expenses belongs to: the fund that is better or worse off by it. Machines,
 * their rent and their upkeep are one part. */
export function ownerOf(account: Account): Account {
  return OWNERS.find(([, codes]) => codes.includes(account.code))?.[0] ?? account;
}

const OWNERS: [Account, number[]][] = [
  [claimOn(1), [3_010, 3_420, 3_510, 3_530, 4_010, 4_110, 5_010, 5_020]],
  [claimOn(3), [3_030, 4_030, 4_120, 5_030]],
  [claimOn(10), [3_100, 4_100, 5_100]],
  [INVESTED, [3_080, 3_310, 3_520, 4_080, 4_210, 4_310, 4_410, 5_080, 5_210, 5_220]],
  [INDIVISIBLE, [3_410, 3_540, 4_130]],
];
