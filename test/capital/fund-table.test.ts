// Which module moves whose money: the table's whole content, tried for every fund and every pair of them.
import { expect } from "chai";
import type { Address } from "viem";
import { type Chain, type Coop, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { addressOf } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { Fund, shareCoop, steps } from "./setting.ts";

const FUNDS = [0, 1, 2, 3, 4, 5, 6, 7, 65_536];

describe("Treasury: what modules may move", () => {
  const given = perTest(() => shareCoop());
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const as = async (account: Address) => {
    await chain.networkHelpers.impersonateAccount(account);
    await chain.networkHelpers.setBalance(account, 10n ** 18n);
    return { account };
  };
  const write = () => coop.treasuryContract.write;
  const memo = hashOf("memo");

  it("is nothing for people, for the Assembly, and for other modules", async () => {
    for (const who of [addressOf(chain, 0), coop.assembly, coop.register, coop.authority]) {
      const by = await as(who);
      for (const fund of FUNDS) {
        await reverts(write().take([fund, addressOf(chain, 1), EURO, memo], by), "TreasuryFundClosed");
        await reverts(write().payDue([fund, addressOf(chain, 1), EURO, memo], by), "TreasuryFundClosed");
      }
      for (const [from, to] of [
        [2, 6],
        [1, 7],
        [7, 2],
        [2, 1],
      ] as const) {
        await reverts(write().move([from, to, EURO, memo], by), "TreasuryMoveClosed");
      }
    }
  });

  it("is for the shares their own funds and no others [S2]", async () => {
    const by = await as(coop.shares);
    const open = new Set(["2>6", "2>1", "1>7", "7>2"]);
    for (const fund of FUNDS) {
      const taking = write().take([fund, addressOf(chain, 1), EURO, memo], by);
      if (fund === Fund.ShareCapital) await taking;
      else await reverts(taking, "TreasuryFundClosed");
      const paying = write().payDue([fund, addressOf(chain, 1), EURO, memo], by);
      const payable = fund === Fund.Withdrawals || fund === Fund.Interest;
      await reverts(paying, payable ? "TreasuryFundTooSmall" : "TreasuryFundClosed");
      for (const to of FUNDS) {
        const refusal = open.has(`${fund}>${to}`) ? "TreasuryFundTooSmall" : "TreasuryMoveClosed";
        await reverts(write().move([fund, to, 10n ** 12n * EURO, memo], by), refusal);
      }
    }
    expect(await steps(chain, coop).fund(Fund.ShareCapital)).to.equal(EURO);
  });
});
