// Countersignatures that somebody else hands in: the customer needs no coin.
import { expect } from "chai";
import { type Hex, hashTypedData, hexToBigInt, numberToHex, parseSignature, serializeSignature } from "viem";
import { COUNTERSIGNATURE } from "../../books/job.ts";
import { DAY } from "../../scripts/deploy/charter.ts";
import { at, type Chain, type Coop, EURO, found, perTest, standardCharter } from "../helpers/coop.ts";
import { account, addressOf } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import {
  ALL,
  DRIVER,
  HOUR,
  marketOf,
  OTHER_STRANGER,
  openMarket,
  RIDER,
  STAFF,
  STRANGER,
  type Step,
} from "./setting.ts";

const METRES = 5_000;
/** The order of secp256k1: an `s` above half of it is the same signature a second time. */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

describe("JobMarket: countersignatures", () => {
  const given = perTest(() => openMarket());
  let chain: Chain;
  let coop: Coop;
  let step: Step;
  let until: number;
  beforeEach(async () => {
    ({ chain, coop } = given());
    step = marketOf(chain, coop);
    until = (await chain.networkHelpers.time.latest()) + 2 * DAY;
  });
  const hand = (id: bigint, signature: Hex, metres = METRES, end = until, i = OTHER_STRANGER) =>
    coop.marketContract.write.confirmBySig([id, step.of(id), metres, end, signature], {
      account: account(chain, i),
      gas: 2_000_000n,
    });
  const refused = (id: bigint, attempt: Promise<unknown>) => reverts(attempt, "JobMarketBadSignature", [id]);

  it("pay the job, whoever hands them in [J5]", async () => {
    const before = await step.money(DRIVER);
    const id = await step.finished(RIDER, DRIVER, {}, METRES);
    await hand(id, await step.sign(RIDER, id, METRES, until));
    expect(await step.money(DRIVER)).to.equal(before + ALL - 2n * EURO);
    expect(await step.points(RIDER)).to.deep.equal([0n, EURO / 2n]);
    const [told] = await coop.marketContract.getEvents.JobCountersigned();
    expect(told?.args).to.deep.equal({ jobId: id, by: step.of(id).customer, distance: METRES });
  });

  it("are the customer's: nobody else's, nor over anything else [case 33]", async () => {
    const id = await step.finished(RIDER, DRIVER, {}, METRES);
    const other = await step.finished(RIDER, STAFF, {}, METRES);
    const signature = await step.sign(RIDER, id, METRES, until);
    await refused(id, hand(id, await step.sign(DRIVER, id, METRES, until)));
    await refused(id, hand(id, signature, METRES + 1));
    await refused(id, hand(id, signature, METRES, until + 1));
    await refused(other, hand(other, signature));
    await hand(id, signature);
  });

  it("name the provider: one for a job that somebody else took is void [case 33]", async () => {
    const id = await step.finished(RIDER, DRIVER, {}, METRES);
    const wallet = at(chain.wallets, RIDER);
    const domain = {
      name: "Rochdale market",
      version: "1",
      chainId: await wallet.getChainId(),
      verifyingContract: coop.market,
    };
    const message = { job: id, provider: addressOf(chain, STAFF), distance: METRES, until };
    const types = COUNTERSIGNATURE;
    const signature = await wallet.signTypedData({ domain, types, primaryType: "Countersignature", message });
    await refused(id, hand(id, signature));
  });

  it("are good once: the job has ended [case 26]", async () => {
    const id = await step.finished(RIDER, DRIVER, {}, METRES);
    const signature = await step.sign(RIDER, id, METRES, until);
    await hand(id, signature);
    await reverts(hand(id, signature), "JobMarketWrongState");
  });

  it("are good on this chain and in this market alone [case 26] [case 27]", async () => {
    const id = await step.finished(RIDER, DRIVER, {}, METRES);
    await refused(id, hand(id, await step.sign(RIDER, id, METRES, until, { chainId: 1 })));
    await refused(id, hand(id, await step.sign(RIDER, id, METRES, until, { version: "2" })));
    const twin = await found(chain, await standardCharter(chain), `0x${"0".repeat(63)}9`);
    await refused(id, hand(id, await step.sign(RIDER, id, METRES, until, {}, twin.market)));
  });

  it("run out [case 29]", async () => {
    const id = await step.finished(RIDER, DRIVER, {}, METRES);
    const signature = await step.sign(RIDER, id, METRES, until);
    await chain.networkHelpers.time.setNextBlockTimestamp(until);
    await refused(id, hand(id, signature));
    const later = await step.finished(RIDER, DRIVER, {}, METRES);
    const end = (await chain.networkHelpers.time.latest()) + HOUR;
    const good = await step.sign(RIDER, later, METRES, end);
    await chain.networkHelpers.time.setNextBlockTimestamp(end - 1);
    await hand(later, good, METRES, end);
  });

  it("are taken in one form only: no high s, no other v, no empty one [case 28]", async () => {
    const id = await step.finished(RIDER, DRIVER, {}, METRES);
    const signature = await step.sign(RIDER, id, METRES, until);
    const { r, s, yParity } = parseSignature(signature);
    const high = numberToHex(ORDER - hexToBigInt(s), { size: 32 });
    await refused(id, hand(id, serializeSignature({ r, s: high, yParity: 1 - yParity })));
    await refused(id, hand(id, `${signature.slice(0, -2)}00` as Hex));
    await refused(id, hand(id, "0x"));
    await refused(id, hand(id, `0x${"00".repeat(65)}`));
  });

  it("are asked of a customer that is a contract [case 31]", async () => {
    for (const [manner, accepted] of [
      [0, true],
      [1, false],
      [2, false],
      [3, false],
    ] as const) {
      const wallet = await chain.viem.deployContract("Wallet1271", [addressOf(chain, STRANGER), manner]);
      await chain.networkHelpers.impersonateAccount(wallet.address);
      await chain.networkHelpers.setBalance(wallet.address, 10n ** 18n);
      await chain.euro.write.mint([wallet.address, ALL]);
      await chain.euro.write.approve([coop.market, ALL], { account: wallet.address });
      const id = await step.sent(
        coop.marketContract.write.offer(
          [await step.asked(), { deadline: 0n, v: 0, r: `0x${"0".repeat(64)}`, s: `0x${"0".repeat(64)}` }],
          { account: wallet.address },
        ),
      );
      await step.accept(DRIVER, id);
      const signature = await step.sign(STRANGER, id, 0, until);
      if (accepted) await hand(id, signature, 0);
      else await refused(id, hand(id, signature, 0));
    }
  }).timeout(60_000);

  it("of a key stay good when its account turns into a contract on the way [case 32]", async () => {
    const id = await step.finished(RIDER, DRIVER, {}, METRES);
    const signature = await step.sign(RIDER, id, METRES, until);
    // As EIP-7702 does: the account's code points at another one, which answers no question.
    await chain.networkHelpers.setCode(addressOf(chain, RIDER), `0xef0100${coop.reserve.slice(2)}`);
    await hand(id, signature);
  });

  it("are what the dApp asks a wallet to sign [case 34]", async () => {
    const id = await step.finished(RIDER, DRIVER, {}, METRES);
    const [, name, version, chainId, verifyingContract] = await coop.marketContract.read.eip712Domain();
    const told = { name, version, chainId: Number(chainId), verifyingContract };
    const message = { job: id, provider: step.of(id).provider, distance: METRES, until };
    const digest = hashTypedData({
      domain: told,
      types: COUNTERSIGNATURE,
      primaryType: "Countersignature",
      message,
    });
    const ours = hashTypedData({
      domain: {
        name: "Rochdale market",
        version: "1",
        chainId: await at(chain.wallets, RIDER).getChainId(),
        verifyingContract: coop.market,
      },
      types: COUNTERSIGNATURE,
      primaryType: "Countersignature",
      message,
    });
    expect(digest).to.equal(ours);
    await hand(id, await step.sign(RIDER, id, METRES, until));
  });

  it("race a dispute, and one of them wins [case 88] [case 33]", async () => {
    const id = await step.finished(RIDER, DRIVER, {}, METRES);
    const signature = await step.sign(RIDER, id, METRES, until);
    await step.dispute(RIDER, id);
    await reverts(hand(id, signature), "JobMarketWrongState");
  });
});
