// Which module moves whose money: every place against every fund, through the Treasury itself.
import { expect } from "chai";
import { type Address, zeroHash } from "viem";
import { Place } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, coopWith, EURO, perTest } from "../helpers/coop.ts";
import { addressOf } from "../helpers/motions.ts";
import { refusalOf } from "../helpers/reverts.ts";
import { bidsOf, Fund, PAYER, purchaseOf, serviceOf, treasuryOf, withPayer } from "./setting.ts";

const LAST = 65_535;
/** Every fund with a name, three of those that are numbered, and numbers that are no fund's. */
const FUNDS = {
  outside: 0,
  operating: Fund.Operating,
  shares: Fund.ShareCapital,
  commons: Fund.Commons,
  income: Fund.MemberIncome,
  five: 5,
  withdrawals: Fund.Withdrawals,
  interest: Fund.Interest,
  upkeep: Fund.Upkeep,
  auctions: Fund.Auctions,
  community: Fund.Community,
  eleven: 11,
  service0: serviceOf(0),
  service1: serviceOf(1),
  service2: serviceOf(2),
  serviceLast: serviceOf(LAST),
  bids0: bidsOf(0),
  bids1: bidsOf(1),
  bids2: bidsOf(2),
  bidsLast: bidsOf(LAST),
  between: bidsOf(LAST) + 1,
  purchase0: purchaseOf(0),
  purchase1: purchaseOf(1),
  purchase2: purchaseOf(2),
  purchaseLast: purchaseOf(LAST),
  beyond: purchaseOf(LAST) + 1,
} as const;
type Name = keyof typeof FUNDS;
const NAMES = Object.keys(FUNDS) as Name[];
/** Two numbers are enough where pairs are tried; the bounds of the numbers are the same as for one fund. */
const PAIRED = NAMES.filter((name) => !/0$|Last|five|eleven|between|beyond/.test(name));

const numbered = (what: string) => ["1", "2", "Last"].map((n) => `${what}${n}`);
/** Between funds of the same number alone. */
const each = (from: string, to: string) => ["1", "2"].map((n) => `${from}${n} ${to}${n}`);
const steps = ["upkeep", "income", "commons", ...numbered("service")];
const toCommons = (what: string) => ["1", "2"].map((n) => `${what}${n} commons`);

/** What is open, and nothing else is. */
const OPEN: Record<string, Record<string, readonly string[]>> = {
  take: { Shares: ["shares"], Bonds: numbered("bids"), Machines: ["auctions"] },
  distribute: { Machines: steps, Market: ["operating", "commons"] },
  contribute: { Bonds: numbered("service"), Machines: numbered("purchase") },
  payDue: {
    Shares: ["withdrawals", "interest"],
    Bonds: [...numbered("bids"), ...numbered("service")],
    Machines: ["auctions", ...numbered("purchase")],
    Income: ["income"],
    Surplus: ["operating"],
  },
  move: {
    Shares: ["shares withdrawals", "shares operating", "operating interest", "interest shares"],
    Bonds: [...each("bids", "purchase"), ...each("bids", "service"), ...each("purchase", "service")],
    Machines: [
      ...["upkeep", "income", "commons", "service1", "service2"].map((to) => `auctions ${to}`),
      ...toCommons("purchase"),
    ],
    Surplus: ["operating community"],
  },
};
/** Modules that move no money, and somebody who is none. */
const OTHERS = ["Authority", "Register", "Board", "Assembly", "Reserve", "Audits", "Patronage", "Stranger"];
const OWNERS = ["Shares", "Bonds", "Machines", "Income", "Market", "Surplus"];
const AMOUNT = EURO;

describe("FundTable", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await withPayer(chain, coop);
    await treasuryOf(chain, coop).deposit(Fund.Commons, 1_000n * EURO);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });

  const moduleAt = async (name: string): Promise<Address> =>
    name === "Stranger"
      ? addressOf(chain, PAYER)
      : coop.directoryContract.read.moduleAt([Place[name as keyof typeof Place]]);
  /** Whether the Treasury lets this caller do it, money aside. */
  const isOpen = async (account: Address, functionName: string, args: readonly unknown[]) => {
    const { abi } = coop.treasuryContract;
    const call = { account, address: coop.treasury, abi, functionName, args } as never;
    const refusal = await refusalOf(chain.client.simulateContract(call));
    return refusal !== "TreasuryFundClosed" && refusal !== "TreasuryMoveClosed";
  };
  const openTo = async (caller: string, functionName: string, asks: readonly [string, readonly unknown[]][]) => {
    const account = await moduleAt(caller);
    const answers = await Promise.all(asks.map(([, args]) => isOpen(account, functionName, args)));
    return asks.filter((_, i) => answers[i]).map(([what]) => what);
  };
  const ofOneFund: Record<string, (fund: number) => readonly unknown[]> = {
    take: (fund) => [fund, addressOf(chain, PAYER), AMOUNT, zeroHash],
    distribute: (fund) => [addressOf(chain, PAYER), [fund], [AMOUNT], zeroHash],
    contribute: (fund) => [fund, AMOUNT, zeroHash],
    payDue: (fund) => [fund, addressOf(chain, 50), AMOUNT, zeroHash],
  };

  for (const [call, what] of [
    ["take", "takes money from people [S1] [K2] [K6]"],
    ["distribute", "divides rent and fees [K3] [J2]"],
    ["contribute", "sets commons money aside"],
    ["payDue", "pays what is due [S2] [K4]"],
  ] as const) {
    it(`lets each module be the one that ${what}, for its own funds`, async () => {
      const asks = () => NAMES.map((name) => [name, ofOneFund[call]?.(FUNDS[name]) ?? []] as [string, unknown[]]);
      for (const caller of [...OWNERS, ...OTHERS]) {
        const expected = [...(OPEN[call]?.[caller] ?? [])].sort();
        expect((await openTo(caller, call, asks())).sort(), caller).to.deep.equal(expected);
      }
    });
  }

  it("lets each module move money between its own funds, of one series or machine, and nowhere else [K1] [K5]", async () => {
    const pairs = PAIRED.flatMap((from) => PAIRED.map((to) => [from, to] as const));
    const asks = pairs.map(
      ([from, to]) => [`${from} ${to}`, [FUNDS[from], FUNDS[to], AMOUNT, zeroHash]] as [string, readonly unknown[]],
    );
    for (const caller of [...OWNERS, "Stranger"]) {
      const expected = [...(OPEN.move?.[caller] ?? [])].sort();
      expect((await openTo(caller, "move", asks)).sort(), caller).to.deep.equal(expected);
    }
  }).timeout(60_000);

  it("lets resolutions and budgets spend the operating, commons, upkeep and community funds alone [K4] [S2]", async () => {
    const { abi } = coop.treasuryContract;
    const until = (await chain.networkHelpers.time.latest()) + 86_400;
    const [euro, payee] = [chain.euro.address, addressOf(chain, 50)];
    for (const [functionName, argsOf] of [
      ["pay", (fund: number) => [fund, euro, payee, AMOUNT, zeroHash]],
      ["dispose", (fund: number) => [fund, euro, payee, AMOUNT, zeroHash]],
      ["grantBudget", (fund: number) => [3n, fund, euro, AMOUNT, until, zeroHash]],
      ["grantBudgetBeyond", (fund: number) => [3n, fund, euro, AMOUNT, until, zeroHash]],
    ] as const) {
      const open: string[] = [];
      for (const name of NAMES) {
        const call = { account: coop.assembly, address: coop.treasury, abi, functionName, args: argsOf(FUNDS[name]) };
        const refusal = await refusalOf(chain.client.simulateContract(call as never));
        if (refusal !== "TreasuryFundClosed") open.push(name);
      }
      expect(open, functionName).to.deep.equal(["operating", "commons", "upkeep", "community"]);
    }
  });
});
