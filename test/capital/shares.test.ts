// Member shares: bought at par, bound to the member, backed by the share-capital fund to the cent.
import { expect } from "chai";
import { defaultShares, type ShareTerms } from "../../scripts/deploy/charter.ts";
import { at, type Chain, type Coop, coopWith, EURO, found, perTest, standardCharter } from "../helpers/coop.ts";
import { reverts } from "../helpers/reverts.ts";

const SHARE_CAPITAL = 2;

describe("MemberShares", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith((chain) => ({
      shares: { ...defaultShares(25n * EURO), minimum: 2n, maximum: 10n },
      settlementToken: chain.euro.address,
    }));
    for (const i of [1, 9]) {
      const { account } = at(chain.wallets, i);
      await chain.euro.write.mint([account.address, 10_000n * EURO]);
      await chain.euro.write.approve([coop.treasury, 10_000n * EURO], { account });
    }
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const subscribe = (units: bigint, as = 1) =>
    coop.sharesContract.write.subscribe([units, 0n], { account: at(chain.wallets, as).account });
  const capital = () => coop.treasuryContract.read.balanceOf([SHARE_CAPITAL, chain.euro.address]);

  it("costs par, and the share-capital fund holds all of it [S1]", async () => {
    await subscribe(2n);
    await subscribe(3n);
    const owner = at(chain.wallets, 1).account.address;
    expect(await coop.sharesContract.read.balanceOf([owner])).to.equal(5n);
    expect(await coop.sharesContract.read.unitsOf([2])).to.equal(5n);
    expect(await coop.sharesContract.read.totalSupply()).to.equal(5n);
    expect(await capital()).to.equal(125n * EURO);
    expect(await chain.euro.read.balanceOf([owner])).to.equal(9_875n * EURO);
    expect(await chain.euro.read.balanceOf([coop.shares])).to.equal(0n);
  });

  it("keeps a holding between minimum and maximum [S1]", async () => {
    await reverts(subscribe(1n), "MemberSharesHoldingOutOfBounds", [1n, 2n, 10n]);
    await reverts(subscribe(11n), "MemberSharesHoldingOutOfBounds", [11n, 2n, 10n]);
    await reverts(subscribe(0n), "MemberSharesNoUnits");
    await subscribe(10n);
    await reverts(subscribe(1n), "MemberSharesHoldingOutOfBounds", [11n, 2n, 10n]);
    expect(await capital()).to.equal(250n * EURO);
  });

  it("is for members only", async () => {
    await reverts(subscribe(2n, 9), "MemberSharesNotMember");
  });

  it("gives no vote and cannot be moved [M1] [case 13]", async () => {
    await subscribe(10n);
    const now = BigInt(await chain.networkHelpers.time.latest());
    const [holder, other] = [at(chain.wallets, 1).account, at(chain.wallets, 2).account];
    expect(await coop.assemblyContract.read.getVotes([holder.address, now])).to.equal(1n);
    const { read } = coop.sharesContract;
    await reverts(read.transfer([other.address, 1n], { account: holder }), "MemberSharesNotTransferable");
    await reverts(read.transferFrom([holder.address, other.address, 1n]), "MemberSharesNotTransferable");
    await reverts(read.approve([other.address, 1n], { account: holder }), "MemberSharesNotTransferable");
  });

  it("refuses terms that make no sense", async () => {
    let salt = 0;
    const attempt = async (over: Partial<ShareTerms>) =>
      found(
        chain,
        await standardCharter(chain, { shares: { ...defaultShares(EURO), ...over } }),
        `0x${(++salt).toString(16).padStart(64, "0")}`,
      );
    for (const over of [
      { par: 0n },
      { maximum: 0n },
      { minimum: 11n, maximum: 10n },
      { maximum: 2n ** 56n },
      { par: 2n ** 100n },
    ]) {
      await reverts(attempt(over), "MemberSharesTermsOutOfBounds");
    }
  });
});
