// Ballot keys: only with a proof of possession, each used once, and never those of whoever is gone.
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { expect } from "chai";
import {
  type Address,
  bytesToHex,
  concatHex,
  type Hex,
  keccak256,
  parseEventLogs,
  size,
  slice,
  zeroAddress,
  zeroHash,
} from "viem";
import { ballotKeysAbi } from "../../books/abi.ts";
import { ballotKeyOf, consentToSign, type KeyProof, proveKey } from "../../scripts/lib/ballot-keys.ts";
import { admit, DAY } from "../helpers/assembly.ts";
import { keyed, packAll, registerKey, secretOf } from "../helpers/ballot-keys.ts";
import { at, type Chain, type Coop, coopWith, hashOf, perTest } from "../helpers/coop.ts";
import { account as accountOf, memberOf } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const INFINITY_KEY: Hex = `0x${"00".repeat(96)}`;
const INFINITY_PROOF: Hex = `0x${"00".repeat(192)}`;
const { G1, fields } = bls12_381;
const bytesOf = (x: bigint) => x.toString(16).padStart(96, "0");
const pointOf = (x: bigint, y: bigint): Hex => `0x${bytesOf(x)}${bytesOf(y)}`;

describe("BallotKeys", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 12);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });

  const account = (as: number) => accountOf(chain, as);
  const register = (as: number, key: Hex, proof: Hex) =>
    coop.keysContract.write.register([account(as).address, key, proof, 0n, "0x"], { account: account(as) });
  const proofOf = async (as: number, n: number, over: Partial<KeyProof> = {}) => {
    const { id: memberId } = await memberOf(chain, coop, as);
    const key = ballotKeyOf(secretOf(n));
    const of = { chainId: 31_337, ballotKeys: coop.ballotKeys, memberId, account: account(as).address, key, ...over };
    return { key, proof: proveKey(of, secretOf(n)) };
  };
  const keyHashOf = (n: number) => keccak256(ballotKeyOf(secretOf(n)));
  const now = () => chain.networkHelpers.time.latest();
  const holds = (n: number, noticeAt: number) => coop.keysContract.read.holds([keyHashOf(n), BigInt(noticeAt)]);

  describe("registering", () => {
    it("keeps a proven key under the member's id and tells it", async () => {
      const { key, proof } = await proofOf(4, 40);
      const hash = await register(4, key, proof);
      const { id: memberId, seat } = await memberOf(chain, coop, 4);
      const { logs } = await chain.client.waitForTransactionReceipt({ hash });
      const [told] = parseEventLogs({ abi: ballotKeysAbi, eventName: "KeyRegistered", logs });
      expect(told?.args).to.deep.equal({ memberId, seat, key });
      expect(await coop.keysContract.read.keyOf([memberId])).to.equal(keccak256(key));
      const record = await coop.keysContract.read.keyRecord([keccak256(key)]);
      expect(record).to.deep.equal({ memberId, seat, since: await now(), until: 0, sheet: 0, epoch: 0 });
      expect(await coop.keysContract.read.available()).to.equal(true);
    });

    const elsewhere: [string, Partial<KeyProof>][] = [
      ["another chain", { chainId: 1 }],
      ["another contract [case 26]", { ballotKeys: zeroAddress }],
      ["another member", { memberId: 1 }],
      ["another account", { account: zeroAddress }],
      ["another key", { key: ballotKeyOf(secretOf(7)) }],
    ];
    for (const [what, over] of elsewhere) {
      it(`refuses a proof made for ${what}`, async () => {
        const { proof } = await proofOf(4, 40, over);
        const key = ballotKeyOf(secretOf(40));
        await reverts(register(4, key, proof), "BallotKeysNotProven", [keccak256(key)]);
      });
    }

    it("refuses a key that would cancel another one out: nobody can prove it", async () => {
      const victim = G1.Point.fromHex((await registerKey(chain, coop, 5, 50)).slice(2));
      const rogue = bytesToHex(G1.Point.BASE.multiply(40n).subtract(victim).toBytes(false));
      const { proof } = await proofOf(4, 40, { key: rogue });
      await reverts(register(4, rogue, proof), "BallotKeysNotProven", [keccak256(rogue)]);
    });

    it("refuses the point at infinity, which proves everything", async () => {
      await reverts(register(4, INFINITY_KEY, INFINITY_PROOF), "BallotKeysInfinity");
    });

    it("refuses a key that was used, by whomever", async () => {
      await registerKey(chain, coop, 5, 50);
      const [own, others] = [await proofOf(5, 50), await proofOf(4, 50)];
      await reverts(register(5, own.key, own.proof), "BallotKeysUsed", [keccak256(own.key)]);
      await reverts(register(4, others.key, others.proof), "BallotKeysUsed", [keccak256(own.key)]);
    });

    it("refuses what is no canonical point of the right group [case 28]", async () => {
      const { key, proof } = await proofOf(4, 40);
      const [x, y] = [BigInt(slice(key, 0, 48)), BigInt(slice(key, 48, 96))];
      const p = fields.Fp.ORDER;
      await reverts(register(4, pointOf(x + p, y), proof), "BlsPointInvalid");
      await reverts(register(4, pointOf(x, y + 1n), proof), "BlsPointInvalid");
      // On the curve, and outside the subgroup that keys are in.
      await reverts(register(4, strayPoint(), proof), "BlsPointInvalid");
      await reverts(register(4, key, `0x9${proof.slice(3)}`), "BlsPointInvalid");
      await reverts(register(4, slice(key, 0, 95), proof), "BallotKeysMalformed", [95n]);
      await reverts(register(4, key, slice(proof, 0, 96)), "BallotKeysMalformed", [96n]);
    });

    it("is for active members", async () => {
      const key = ballotKeyOf(secretOf(40));
      const nobody = account(50).address;
      const of = { chainId: 31_337, ballotKeys: coop.ballotKeys, memberId: 0, account: nobody, key };
      await reverts(register(50, key, proveKey(of, secretOf(40))), "BallotKeysNotMember", [nobody]);
    });

    it("burns no more than its allowance on a point that is refused", async () => {
      const { proof } = await proofOf(4, 40);
      const call = [account(4).address, strayPoint(), proof, 0n, "0x"] as const;
      await reverts(
        coop.keysContract.simulate.register(call, { account: account(4).address, gas: 500_000n }),
        "BlsPointInvalid",
      );
    });

    it("says so when it is given too little gas for the pairing [case 106]", async () => {
      const { key, proof } = await proofOf(4, 40);
      const call = [account(4).address, key, proof, 0n, "0x"] as const;
      await reverts(
        coop.keysContract.simulate.register(call, { account: account(4).address, gas: 200_000n }),
        "BlsUnavailable",
      );
    });
  });

  describe("registering for somebody else", () => {
    const consent = async (member: Address, n: number, deadline: number, signer: number) => {
      const [memberId] = await coop.registerContract.read.seatOf([member]);
      const key = ballotKeyOf(secretOf(n));
      const of = { chainId: 31_337, ballotKeys: coop.ballotKeys, memberId, account: member, key };
      const signature = await at(chain.wallets, signer).signTypedData(consentToSign(of, BigInt(deadline)));
      const call = [member, key, proveKey(of, secretOf(n)), BigInt(deadline), signature] as const;
      return { write: () => coop.keysContract.write.register(call, { account: account(60) }), memberId };
    };

    it("works with the account's consent", async () => {
      const { write, memberId } = await consent(account(4).address, 40, (await now()) + 60, 4);
      await write();
      expect(await coop.keysContract.read.keyOf([memberId])).to.equal(keyHashOf(40));
    });

    it("refuses another's signature, and a consent whose time is over [case 29]", async () => {
      const refused = [account(4).address] as const;
      const [wrong, late] = [
        await consent(...refused, 40, (await now()) + 60, 5),
        await consent(...refused, 40, (await now()) - 1, 4),
      ];
      await reverts(wrong.write(), "BallotKeysNotConsented", refused);
      await reverts(late.write(), "BallotKeysNotConsented", refused);
    });

    it("asks a contract account whether it consents (ERC-1271)", async () => {
      const { address } = await chain.viem.deployContract("Wallet1271", [account(30).address, 0]);
      await coop.admit(address, 1, hashOf("application"));
      const soon = (await now()) + 60;
      await reverts((await consent(address, 40, soon, 31)).write(), "BallotKeysNotConsented", [address]);
      const { write, memberId } = await consent(address, 40, soon, 30);
      await write();
      expect(await coop.keysContract.read.keyOf([memberId])).to.equal(keyHashOf(40));
    });
  });

  describe("which proposals a key serves", () => {
    it("those noticed after its registration, and up to its replacement", async () => {
      await registerKey(chain, coop, 4, 40);
      const since = await now();
      await chain.networkHelpers.time.increase(DAY);
      await registerKey(chain, coop, 4, 41);
      const until = await now();
      expect(await Promise.all([holds(40, since), holds(40, since + 1), holds(40, until)])).to.deep.equal([
        false,
        true,
        true,
      ]);
      expect(await Promise.all([holds(40, until + 1), holds(41, until), holds(41, until + 1)])).to.deep.equal([
        false,
        false,
        true,
      ]);
    });

    it("none any more once it is revoked, nor do those that it replaced", async () => {
      await registerKey(chain, coop, 4, 40);
      await chain.networkHelpers.time.increase(DAY);
      const between = await now();
      await registerKey(chain, coop, 4, 41);
      await coop.keysContract.write.revoke({ account: account(4) });
      expect(await Promise.all([holds(40, between), holds(41, between + DAY)])).to.deep.equal([false, false]);
      const { id: memberId } = await memberOf(chain, coop, 4);
      expect(await coop.keysContract.read.keyOf([memberId])).to.equal(zeroHash);
      await reverts(coop.keysContract.write.revoke({ account: account(4) }), "BallotKeysNone", [memberId]);
    });

    it("none once its member has left or was expelled [case 5]", async () => {
      await registerKey(chain, coop, 4, 40);
      await registerKey(chain, coop, 5, 50);
      const { id: memberId } = await memberOf(chain, coop, 5);
      await coop.registerContract.write.resign({ account: account(4) });
      await coop.registerContract.write.expel([memberId, hashOf("grounds")], { account: coop.assembly });
      const later = (await now()) + DAY;
      expect(await Promise.all([holds(40, later), holds(50, later)])).to.deep.equal([false, false]);
    });

    it("none once its account was replaced; the member registers another [case 4]", async () => {
      await registerKey(chain, coop, 4, 40);
      const { id: memberId, seat } = await memberOf(chain, coop, 4);
      const { write } = coop.registerContract;
      await write.requestRecovery([memberId, zeroHash], { account: account(50) });
      for (const as of [0, 5, 6]) await write.attestRecovery([memberId, account(50).address], { account: account(as) });
      await chain.networkHelpers.time.increase(15 * DAY);
      await write.completeRecovery([memberId]);
      expect(await holds(40, (await now()) + DAY)).to.equal(false);

      await registerKey(chain, coop, 50, 500);
      const record = await coop.keysContract.read.keyRecord([keyHashOf(500)]);
      expect([record.memberId, record.seat, record.epoch]).to.deep.equal([memberId, seat, 1]);
      expect(await holds(500, (await now()) + 1)).to.equal(true);
    });

    it("goes along to another class, for what is noticed after that [case 11]", async () => {
      await registerKey(chain, coop, 4, 40);
      await chain.networkHelpers.time.increase(DAY);
      const before = await now();
      const { write } = coop.registerContract;
      await write.applyFor([1, hashOf("move")], { account: account(4) });
      await write.accept([account(4).address, zeroHash]);
      await write.join([0n, 0n, { deadline: 0n, v: 0, r: zeroHash, s: zeroHash }], { account: account(4) });
      const { id: memberId, seat } = await memberOf(chain, coop, 4);
      expect(seat >> 24).to.equal(1);
      expect(await coop.keysContract.read.keyOf([memberId])).to.equal(keyHashOf(40));
      expect((await coop.keysContract.read.keyRecord([keyHashOf(40)])).seat).to.equal(seat);
      expect(await Promise.all([holds(40, before), holds(40, (await now()) + 1)])).to.deep.equal([false, true]);
    });

    it("is ended and moved by the register alone", async () => {
      const { write } = coop.keysContract;
      await reverts(write.end([1]), "ModuleWrongPlace");
      await reverts(write.reseat([1, 1]), "ModuleWrongPlace");
    });
  });

  describe("packing", () => {
    // Wallets 0, 3, 7 and 11 have the first seats of class 0 or 3 in turn: what matters is that 3, 7 and 11 are of one class.
    const keysOf = (members: readonly number[]) => concatHex(members.map((as) => ballotKeyOf(secretOf(as + 1))));
    const pack = (members: readonly number[]) => coop.keysContract.write.pack([keysOf(members)]);
    beforeEach(async () => {
      for (const as of [3, 7, 11, 4]) await registerKey(chain, coop, as);
    });

    it("writes seats, sum and keys into code, and tells the sheet", async () => {
      const hash = await pack([3, 7, 11]);
      const { logs } = await chain.client.waitForTransactionReceipt({ hash });
      const [told] = parseEventLogs({ abi: ballotKeysAbi, eventName: "KeysPacked", logs });
      const sheet = await coop.keysContract.read.sheetOf([1]);
      expect(await coop.keysContract.read.sheetCount()).to.equal(1);
      expect(told?.args).to.deep.equal({ sheet: 1, page: 3 << 17, seats: 0b1110n, pointer: sheet.pointer });
      const newest = (await coop.keysContract.read.keyRecord([keyHashOf(12)])).since;
      expect({ ...sheet, pointer: "" }).to.deep.equal({ pointer: "", newest, page: 3 << 17, size: 3, marked: false });
      const code = await chain.client.getCode({ address: sheet.pointer });
      if (!code) throw new Error("The sheet has no code.");
      const sum = bytesToHex(G1.Point.BASE.multiply(4n + 8n + 12n).toBytes(false));
      expect(size(code)).to.equal(32 + 4 * 96);
      expect(BigInt(slice(code, 0, 32))).to.equal(0b1110n);
      expect(slice(code, 32, 128)).to.equal(sum);
      expect(slice(code, 128)).to.equal(keysOf([3, 7, 11]));
      expect((await coop.keysContract.read.keyRecord([keyHashOf(4)])).sheet).to.equal(1);
    });

    it("refuses keys out of order, twice, of other pages, and that nobody registered", async () => {
      await reverts(pack([7, 3]), "BallotKeysOutOfOrder", [1n]);
      await reverts(pack([3, 3]), "BallotKeysOutOfOrder", [1n]);
      await reverts(pack([3, 4]), "BallotKeysNotToPack", [keyHashOf(5)]);
      await reverts(pack([3, 20]), "BallotKeysNotToPack", [keyHashOf(21)]);
      await reverts(coop.keysContract.write.pack(["0x"]), "BallotKeysMalformed", [0n]);
      await reverts(coop.keysContract.write.pack([slice(keysOf([3]), 1)]), "BallotKeysMalformed", [95n]);
    });

    it("refuses keys that are dead", async () => {
      await coop.keysContract.write.revoke({ account: account(7) });
      await reverts(pack([3, 7]), "BallotKeysNotToPack", [keyHashOf(8)]);
    });

    it("moves keys to fuller sheets and no others, and marks the place they leave", async () => {
      await pack([3, 7]);
      await reverts(pack([3]), "BallotKeysPacked", [keyHashOf(4), 1]);
      await reverts(pack([7, 11]), "BallotKeysPacked", [keyHashOf(8), 1]);
      await pack([3, 7, 11]);
      expect((await coop.keysContract.read.keyRecord([keyHashOf(4)])).sheet).to.equal(2);
      expect((await coop.keysContract.read.sheetOf([1])).marked).to.equal(true);
      expect((await coop.keysContract.read.sheetOf([2])).marked).to.equal(false);
    });

    it("marks keys that were replaced, before they were packed and after", async () => {
      await registerKey(chain, coop, 7, 70);
      await pack([3, 7, 11]);
      expect((await coop.keysContract.read.sheetOf([1])).marked).to.equal(true);
      await keyed(chain, coop, [8]);
      expect((await coop.keysContract.read.sheetOf([2])).marked).to.equal(false);
      await registerKey(chain, coop, 8, 80);
      expect((await coop.keysContract.read.sheetOf([2])).marked).to.equal(true);
    });

    it("is for anyone, and packs all of a page in one go", async () => {
      await packAll(chain, coop, [3, 4, 7, 11]);
      expect(await coop.keysContract.read.sheetCount()).to.equal(2);
    });
  });
});

/** A point on the curve that is not in the subgroup of prime order. */
function strayPoint(): Hex {
  const { Fp } = fields;
  for (let x = 1n; ; x++) {
    const square = Fp.add(Fp.pow(x, 3n), 4n);
    if (Fp.pow(square, (Fp.ORDER - 1n) / 2n) !== 1n) continue;
    const point = G1.Point.fromAffine({ x, y: Fp.sqrt(square) });
    if (!point.isTorsionFree()) return pointOf(x, Fp.sqrt(square));
  }
}
