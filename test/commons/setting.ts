// A co-op whose commons have income: its funds, the hands of its modules, and rent without a machine.
import { type Address, zeroHash } from "viem";
import { type Chain, type Coop, EURO, hashOf } from "../helpers/coop.ts";
import { account, addressOf } from "../helpers/motions.ts";

export const Fund = {
  Outside: 0,
  Operating: 1,
  ShareCapital: 2,
  Commons: 3,
  MemberIncome: 4,
  Withdrawals: 6,
  Interest: 7,
  Upkeep: 8,
  Auctions: 9,
  Community: 10,
} as const;
/** The funds that there is one of for each series or machine. */
export const serviceOf = (series: number) => 65_536 + series;
export const bidsOf = (series: number) => 131_072 + series;
export const purchaseOf = (machine: number) => 262_144 + machine;

/** Who pays in these tests; not a member. */
export const PAYER = 20;
const PURSE = 1_000_000n * EURO;
const ETHER = 10n ** 18n;

/** Somebody with money who approved the Treasury for all of it. */
export async function withPayer(chain: Chain, coop: Coop, who = PAYER) {
  await chain.euro.write.mint([addressOf(chain, who), PURSE]);
  await chain.euro.write.approve([coop.treasury, PURSE], { account: account(chain, who) });
}

/** The hand of one of the co-op's modules, for tests of what it may do. */
export async function as(chain: Chain, module: Address) {
  await chain.networkHelpers.impersonateAccount(module);
  await chain.networkHelpers.setBalance(module, ETHER);
  return { account: module };
}

/** What tests of the Treasury read and do again and again. */
export function treasuryOf(chain: Chain, coop: Coop) {
  const { read, write } = coop.treasuryContract;
  const payer = () => addressOf(chain, PAYER);
  return {
    fund: (fund: number, asset = chain.euro.address) => read.balanceOf([fund, asset]),
    booked: (asset = chain.euro.address) => read.booked([asset]),
    deposit: (fund: number, amount: bigint) =>
      write.deposit([fund, chain.euro.address, amount, hashOf("gift")], { account: account(chain, PAYER) }),
    /** As the register of machines does with a rent that it has divided. */
    distribute: async (funds: readonly number[], amounts: readonly bigint[], from = payer()) =>
      write.distribute([from, funds, amounts, hashOf("rent")], await as(chain, coop.machines)),
    /** Rent of which everything is member income, brought and posted as the register of machines does. */
    rent: async (amount: bigint) => {
      const machines = await as(chain, coop.machines);
      await write.distribute([payer(), [Fund.MemberIncome], [amount], zeroHash], machines);
      return coop.incomeContract.write.post([amount], machines);
    },
  };
}
