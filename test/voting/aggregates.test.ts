// One signature for the ballots of many: counted are those whom it counts for, and a direct vote always wins.
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { expect } from "chai";
import { bytesToHex, concatHex, type Hex, hexToBytes, keccak256, numberToHex, size, slice } from "viem";
import { Position, Topic } from "../../scripts/deploy/charter.ts";
import {
  type BallotToSign,
  ballotKeyOf,
  ballotMessage,
  PROOF_TAG,
  packNamed,
  proveKey,
} from "../../scripts/lib/ballot-keys.ts";
import { ballotToSign, packBallots } from "../../scripts/lib/signed-ballots.ts";
import { admit, minute, resolution } from "../helpers/assembly.ts";
import {
  type Aggregate,
  aggregateOf,
  ballotOn,
  handIn,
  keyed,
  namedOf,
  packAll,
  registerKey,
  secretOf,
  signedBy,
} from "../helpers/ballot-keys.ts";
import { at, type Chain, type Coop, coopWith, found, freshChain, perTest, standardCharter } from "../helpers/coop.ts";
import { account, addressOf, expulsion, memberOf } from "../helpers/motions.ts";
import { refusalOf, reverts } from "../helpers/reverts.ts";

const { For, Against, Abstain, Block } = Position;
const NotOnRoll = 2;
const VotedAlready = 3;
const KeyNotInForce = 6;
const BY_PROXY = 8;
/** Drivers but for wallet 1, the first rider. */
const [ana, rita, ben, cai, dot] = [0, 1, 4, 8, 12] as const;
const drivers = [ana, ben, cai, dot];

describe("Assembly: aggregated ballots", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 12);
    await admit(chain, coop, 12, 16, () => 0);
    await keyed(chain, coop, [...drivers, rita]);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let id: bigint;
  let step: ReturnType<typeof resolution>;
  beforeEach(async () => {
    ({ chain, coop } = given());
    await put("A question");
  });

  const put = async (text: string, actions = [minute(coop)]) => {
    step = resolution(chain, coop, actions, text);
    id = await step.propose();
    return id;
  };
  const as = (i: number) => ({ account: account(chain, i) });
  const seat = async (i: number) => (await memberOf(chain, coop, i)).seat;
  const cast = async (position: number, members: readonly number[]) =>
    handIn(chain, coop, id, position, await aggregateOf(chain, coop, id, position, members));
  const votes = async (classIndex = 0) => [...at(await coop.deskContract.read.tally([id]), classIndex).votes];
  const ballot = async (i: number) => coop.deskContract.read.ballotOf([id, await seat(i)]);
  /** As the events write seats of drivers, page 0: a bit for each. */
  const bits = async (members: readonly number[]) => {
    const seats = await Promise.all(members.map(seat));
    return seats.reduce((all, s) => all | (1n << BigInt(s & 127)), 0n);
  };
  const entry = (page: number, seats: bigint): Hex =>
    concatHex([numberToHex(page, { size: 4 }), numberToHex(seats, { size: 16 })]);
  const speaks = async (proxy: number, principal: number) => {
    await coop.lobbyContract.write.nameProxy([Topic.General, addressOf(chain, proxy)], as(principal));
    await coop.lobbyContract.write.acceptProxy([Topic.General, addressOf(chain, principal)], as(proxy));
  };
  const refuses = (name: string, { named, signature }: Aggregate, position: number = For, args?: readonly unknown[]) =>
    reverts(coop.lobbyContract.write.castVotesByAggregate([id, position, named, signature]), name, args);

  it("counts all of them in each class, and tells them by page", async () => {
    const { counted, passedOver } = await cast(For, [ana, cai, dot, rita]);
    expect(counted).to.deep.equal([
      concatHex([entry(0, await bits([ana, cai, dot])), entry(1 << 17, await bits([rita]))]),
    ]);
    expect(passedOver).to.deep.equal([]);
    expect([await votes(0), await votes(1)]).to.deep.equal([
      [0, 3, 0, 0],
      [0, 1, 0, 0],
    ]);
    expect(await Promise.all([ana, ben, rita].map(ballot))).to.deep.equal([For + 1, 0, For + 1]);
    expect(await coop.assemblyContract.read.hasVoted([id, addressOf(chain, cai)])).to.equal(true);
    expect((await step.outcome()).ballots).to.equal(4);
  });

  it("counts other positions in other aggregates, beside direct ballots", async () => {
    await step.vote(5, For);
    await cast(Against, [ana]);
    await cast(Block, [ben, dot]);
    await cast(Abstain, [cai]);
    expect(await votes()).to.deep.equal([1, 0, 1, 2]);
    expect(await Promise.all([ana, ben, cai].map(ballot))).to.deep.equal([Against + 1, Block + 1, Abstain + 1]);
  });

  const replayed: [string, (ballot: BallotToSign) => Partial<BallotToSign>][] = [
    ["another contract [case 26]", () => ({ assembly: coop.treasury })],
    ["another proposal [case 26]", () => ({ proposalId: 1n })],
    ["another roll", () => ({ roll: keccak256("0x") })],
    ["another position", () => ({ position: Against })],
  ];
  for (const [what, over] of replayed) {
    it(`refuses a signature for ${what}`, async () => {
      const { named, signature } = await aggregateOf(chain, coop, id, For, [ana, ben]);
      const right = await ballotOn(chain, coop, id, For);
      const other = signedBy({ ...right, ...over(right) }, [ana + 1, ben + 1]);
      await refuses("AssemblyAggregateNotSigned", { named, signature: other }, For, [id]);
      await handIn(chain, coop, id, For, { named, signature });
    });
  }

  it("refuses a proof of possession as a ballot, even over the same words", async () => {
    const { named } = await aggregateOf(chain, coop, id, For, [ana]);
    const right = await ballotOn(chain, coop, id, For);
    await refuses("AssemblyAggregateNotSigned", { named, signature: asProof(right, secretOf(ana + 1)) });
  });

  it("refuses a signature from before a fork that changed the chain id [case 27]", async () => {
    const fork = await coopWith(() => ({}), 5);
    await keyed(fork.chain, fork.coop, [ana]);
    const forked = await resolution(fork.chain, fork.coop, [minute(fork.coop)]).propose();
    const right = await ballotOn(fork.chain, fork.coop, forked, For);
    const named = packNamed(await namedOf(fork.chain, fork.coop, [ana]));
    const call = (signature: Hex) => [forked, For, named, signature] as const;
    const { write } = fork.coop.lobbyContract;
    const before = signedBy({ ...right, chainId: 31_337 }, [ana + 1]);
    await reverts(write.castVotesByAggregate(call(before)), "AssemblyAggregateNotSigned");
    await write.castVotesByAggregate(call(signedBy(right, [ana + 1])));
  });

  it("refuses all when one of those named did not sign", async () => {
    const { named } = await aggregateOf(chain, coop, id, For, [ana, ben, cai]);
    const signature = signedBy(await ballotOn(chain, coop, id, For), [ana + 1, ben + 1]);
    await refuses("AssemblyAggregateNotSigned", { named, signature });
  });

  it("refuses signatures that are no canonical points of their group [case 28]", async () => {
    const { named, signature } = await aggregateOf(chain, coop, id, For, [ana]);
    const p = bls12_381.fields.Fp.ORDER;
    const coordinate = BigInt(slice(signature, 0, 48)) + p;
    const shifted = concatHex([numberToHex(coordinate, { size: 48 }), slice(signature, 48)]);
    await refuses("BlsPointInvalid", { named, signature: shifted });
    await refuses("BlsPointInvalid", { named, signature: strayPoint() });
    await refuses("BallotKeysMalformed", { named, signature: slice(signature, 0, 96) });
    expect(size(signature)).to.equal(192);
  });

  it("refuses members whose keys cancel each other out", async () => {
    const opposite = bls12_381.fields.Fr.ORDER - BigInt(ana + 1);
    const secret = Uint8Array.from(Buffer.from(opposite.toString(16).padStart(64, "0"), "hex"));
    const { id: memberId } = await memberOf(chain, coop, 13);
    const key = ballotKeyOf(secret);
    const of = { chainId: 31_337, ballotKeys: coop.ballotKeys, memberId, account: addressOf(chain, 13), key };
    const call = [addressOf(chain, 13), key, proveKey(of, secret), 0n, "0x"] as const;
    await coop.keysContract.write.register(call, as(13));
    await coop.keysContract.write.pack([key]);
    await put("Another question");
    const named = packNamed(await namedOf(chain, coop, [ana, 13]));
    await refuses("AssemblyAggregateNotSigned", { named, signature: `0x${"00".repeat(192)}` });
  });

  it("refuses sheets named twice or out of order, unknown ones, and seats without a key", async () => {
    const { signature } = await aggregateOf(chain, coop, id, For, [ana]);
    const [sheet] = await namedOf(chain, coop, [ana]);
    const [other] = await namedOf(chain, coop, [rita]);
    if (!sheet || !other) throw new Error("There are two sheets.");
    const one = packNamed([sheet]);
    await refuses("BallotKeysOutOfOrder", { named: concatHex([one, one]), signature }, For, [1n]);
    await refuses("BallotKeysOutOfOrder", { named: concatHex([packNamed([other]), one]), signature }, For, [1n]);
    await refuses("BallotKeysUnknownSeats", { named: packNamed([{ ...sheet, sheet: 9 }]), signature });
    await refuses("BallotKeysUnknownSeats", { named: packNamed([{ ...sheet, seats: [1, 99] }]), signature });
    await refuses("BallotKeysUnknownSeats", { named: packNamed([{ ...sheet, seats: [] }]), signature });
    await refuses("BallotKeysMalformed", { named: slice(one, 1), signature }, For, [19n]);
    await refuses("BallotKeysMalformed", { named: "0x", signature }, For, [0n]);
    await refuses("AssemblyUnknownPosition", { named: one, signature }, 4, [4]);
  });

  it("is closed when the vote is", async () => {
    const aggregate = await aggregateOf(chain, coop, id, For, [ana]);
    await step.toClose();
    await refuses("AssemblyVotingClosed", aggregate, For, [id]);
  });

  it("counts a member once, whatever it names and however often [case 36]", async () => {
    await step.vote(ana, Against);
    const wallet = at(chain.wallets, ben);
    const question = ballotToSign(coop.assembly, 31_337, id, Abstain);
    const signed = { voter: wallet.account.address, support: Abstain, signature: await wallet.signTypedData(question) };
    await coop.deskContract.write.castVotesBySig([id, packBallots([signed])]);
    await cast(Block, [cai]);

    const { counted, passedOver } = await cast(For, [...drivers, rita]);
    expect(passedOver).to.deep.equal([
      { proposalId: id, page: 0, seats: await bits([ana, ben, cai]), why: VotedAlready },
    ]);
    expect(counted).to.deep.equal([concatHex([entry(0, await bits([dot])), entry(1 << 17, await bits([rita]))])]);
    expect(await votes()).to.deep.equal([1, 1, 1, 1]);
    expect((await cast(For, drivers)).counted).to.deep.equal([]);
    expect(await votes()).to.deep.equal([1, 1, 1, 1]);
  });

  it("never stands against a direct vote, whichever comes first [case 33]", async () => {
    await cast(For, [ana, ben]);
    await step.vote(ana, Against);
    expect([await votes(), await ballot(ana), await ballot(ben)]).to.deep.equal([[1, 1, 0, 0], Against + 1, For + 1]);
    await cast(For, [ana]);
    expect([await votes(), await ballot(ana)]).to.deep.equal([[1, 1, 0, 0], Against + 1]);
  });

  it("is no ballot twice: one in a batch does not count after it", async () => {
    await cast(For, [ana]);
    const wallet = at(chain.wallets, ana);
    const question = ballotToSign(coop.assembly, 31_337, id, Against);
    const signed = {
      voter: wallet.account.address,
      support: Against,
      signature: await wallet.signTypedData(question),
    };
    await coop.deskContract.write.castVotesBySig([id, packBallots([signed])]);
    expect(await votes()).to.deep.equal([0, 1, 0, 0]);
  });

  it("passes over a member whom the resolution would expel [M5]", async () => {
    await put("Ben goes", [expulsion(coop, (await memberOf(chain, coop, ben)).id)]);
    await step.toOpening();
    const { passedOver } = await cast(For, [ana, ben, cai]);
    expect(passedOver).to.deep.equal([{ proposalId: id, page: 0, seats: await bits([ben]), why: NotOnRoll }]);
    expect(await votes()).to.deep.equal([0, 2, 0, 0]);
    expect(await ballot(ben)).to.equal(BY_PROXY);
  });

  it("passes over who has left since notice [case 5]", async () => {
    const aggregate = await aggregateOf(chain, coop, id, For, drivers);
    const left = await bits([ben]);
    await coop.registerContract.write.resign(as(ben));
    const { passedOver } = await handIn(chain, coop, id, For, aggregate);
    expect(passedOver).to.deep.equal([{ proposalId: id, page: 0, seats: left, why: KeyNotInForce }]);
    expect(await votes()).to.deep.equal([0, 3, 0, 0]);
  });

  it("asks the key that held when notice was given", async () => {
    const former = await aggregateOf(chain, coop, id, For, drivers);
    await registerKey(chain, coop, ben, 500);
    await coop.keysContract.write.pack([ballotKeyOf(secretOf(500))]);
    const right = await ballotOn(chain, coop, id, Against);
    const [renewed] = await namedOf(chain, coop, [ben]);
    if (!renewed) throw new Error("Ben's new key is packed.");
    // The new one is too young for this proposal ...
    const young = { named: packNamed([renewed]), signature: signedBy(right, [500]) };
    const passed = { proposalId: id, page: 0, seats: await bits([ben]), why: KeyNotInForce };
    expect((await handIn(chain, coop, id, Against, young)).passedOver).to.deep.equal([passed]);
    // ... and the former one still serves it,
    expect((await handIn(chain, coop, id, For, former)).passedOver).to.deep.equal([]);
    expect(await votes()).to.deep.equal([0, 4, 0, 0]);
    // but not the next.
    await put("The next question");
    const next = await ballotOn(chain, coop, id, For);
    const old = {
      named: former.named,
      signature: signedBy(
        next,
        drivers.map((d) => d + 1),
      ),
    };
    const { passedOver } = await handIn(chain, coop, id, For, old);
    expect(passedOver).to.deep.equal([{ ...passed, proposalId: id }]);
    expect(
      (await handIn(chain, coop, id, For, { named: young.named, signature: signedBy(next, [500]) })).passedOver,
    ).to.deep.equal([]);
    expect(await votes()).to.deep.equal([0, 4, 0, 0]);
  });

  it("counts keys that were packed after notice, in old sheets and in fuller ones, once", async () => {
    await registerKey(chain, coop, 13);
    await put("Another question");
    const old = await namedOf(chain, coop, [ana, ben]);
    await packAll(chain, coop, [...drivers, 13]);
    const right = await ballotOn(chain, coop, id, For);
    const both = [...old, ...(await namedOf(chain, coop, [ana, 13]))];
    const signature = signedBy(right, [ana + 1, ben + 1, ana + 1, 14]);
    const { passedOver } = await handIn(chain, coop, id, For, { named: packNamed(both), signature });
    expect(passedOver).to.deep.equal([{ proposalId: id, page: 0, seats: await bits([ana]), why: VotedAlready }]);
    expect(await votes()).to.deep.equal([0, 3, 0, 0]);
  });

  it("displaces a proxy's ballot, and leaves the aggregate's principals for anyone to add [V11]", async () => {
    await speaks(ana, ben);
    await put("Another question");
    await step.vote(ana, Against);
    expect(await ballot(ben)).to.equal(BY_PROXY + Against + 1);
    await cast(For, [ben]);
    expect([await votes(), await ballot(ben)]).to.deep.equal([[1, 1, 0, 0], For + 1]);

    await put("One more");
    await cast(For, [ana]);
    expect(await votes()).to.deep.equal([0, 1, 0, 0]);
    await coop.lobbyContract.write.countPrincipals([id, addressOf(chain, ana)], as(60));
    expect([await votes(), await ballot(ben)]).to.deep.equal([[0, 2, 0, 0], BY_PROXY + For + 1]);
  });

  it("leaves a member's own aggregated ballot alone when its proxy votes [V11]", async () => {
    await speaks(ana, ben);
    await put("Another question");
    await cast(For, [ben]);
    await cast(Against, [ana]);
    await coop.lobbyContract.write.countPrincipals([id, addressOf(chain, ana)], as(60));
    expect([await votes(), await ballot(ben)]).to.deep.equal([[1, 1, 0, 0], For + 1]);
    await step.vote(ana, Abstain);
    expect([await votes(), await ballot(ben)]).to.deep.equal([[0, 1, 1, 0], For + 1]);
  });

  it("counts all or nothing however little gas it is given, and never takes starving for a bad signature [case 106]", async () => {
    const { named, signature } = await aggregateOf(chain, coop, id, For, drivers);
    const outcomes = new Set<string>();
    for (let gas = 100_000n; gas <= 520_000n; gas += 15_000n) {
      const call = [id, For, named, signature] as const;
      const tried = coop.lobbyContract.simulate.castVotesByAggregate(call, { gas });
      const refused = await refusalOf(tried.then(({ result }) => outcomes.add(`counted ${result}`))).catch(
        () => "no gas",
      );
      if (refused) outcomes.add(refused);
    }
    expect([...outcomes].sort()).to.deep.equal(["BlsUnavailable", "counted 4", "no gas"]);
  });

  it("is unavailable on a chain without the precompiles, where the other ways work", async () => {
    const old = await freshChain(undefined, "cancun");
    const house = await found(old, await standardCharter(old));
    expect(await house.keysContract.read.available()).to.equal(false);
    await reverts(registerKey(old, house, ana), "BlsUnavailable");
    const question = resolution(old, house, [minute(house)]);
    await question.propose();
    await question.vote(ana, For);
    expect((await question.outcome()).ballots).to.equal(1);
  });
});

/** The words of a ballot signed under the tag of proofs. */
function asProof(ballot: BallotToSign, secret: Uint8Array): Hex {
  const { longSignatures } = bls12_381;
  const hash = longSignatures.hash(hexToBytes(ballotMessage(ballot)), PROOF_TAG);
  return bytesToHex(longSignatures.sign(hash, secret).toBytes(false));
}

/** A point on the curve of signatures that is not in the subgroup of prime order. */
function strayPoint(): Hex {
  const { Fp, Fp2 } = bls12_381.fields;
  for (let x = 1n; ; x++) {
    const point = Fp2.create({ c0: x, c1: 0n });
    const square = Fp2.add(Fp2.pow(point, 3n), Fp2.create({ c0: 4n, c1: 4n }));
    try {
      const y = Fp2.sqrt(square);
      const stray = bls12_381.G2.Point.fromAffine({ x: point, y });
      if (stray.isTorsionFree()) continue;
      const word = (n: bigint) => numberToHex(Fp.create(n), { size: 48 });
      return concatHex([word(0n), word(x), word(y.c1), word(y.c0)]);
    } catch {
      // There is no root: this is no point.
    }
  }
}
