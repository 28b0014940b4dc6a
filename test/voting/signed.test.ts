// Signed ballots through Governor's own entry points.
import { expect } from "chai";
import type { Address, Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { Position } from "../../scripts/deploy/charter.ts";
import { commitment, minute, resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, perTest } from "../helpers/coop.ts";
import { reverts } from "../helpers/reverts.ts";

const types = {
  Ballot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "voter", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
} as const;

/** A key for tests only. */
const voter = privateKeyToAccount(`0x${"11".repeat(32)}`);

describe("Assembly: signed ballots", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await coop.admit(voter.address, 1, commitment(1));
    await chain.networkHelpers.setBalance(voter.address, 10n ** 18n);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let id: bigint;
  beforeEach(async () => {
    ({ chain, coop } = given());
    id = await resolution(chain, coop, [minute(coop)]).propose();
  });

  const sign = (support: number, over: { chainId?: number; verifyingContract?: Address; nonce?: bigint } = {}) =>
    voter.signTypedData({
      domain: {
        name: "Rochdale Assembly",
        version: "1",
        chainId: over.chainId ?? 31_337,
        verifyingContract: over.verifyingContract ?? coop.assembly,
      },
      types,
      primaryType: "Ballot",
      message: { proposalId: id, support, voter: voter.address, nonce: over.nonce ?? 0n },
    });
  const cast = (support: number, signature: Hex) =>
    coop.assemblyContract.write.castVoteBySig([id, support, voter.address, signature], {
      account: at(chain.wallets, 40).account,
    });
  const forVotes = async () => at(await coop.deskContract.read.tally([id]), 1).votes[Position.For];

  it("counts a ballot that anybody hands in, once [case 26]", async () => {
    const signature = await sign(Position.For);
    await cast(Position.For, signature);
    expect(await forVotes()).to.equal(1);
    await reverts(cast(Position.For, signature), "AssemblyVotedAlready");
    expect(await forVotes()).to.equal(1);
  });

  it("lets nobody change what was signed, nor bring it from another chain or contract [case 33] [case 27]", async () => {
    await reverts(cast(Position.Against, await sign(Position.For)), "GovernorInvalidSignature");
    await reverts(cast(Position.For, await sign(Position.For, { chainId: 1 })), "GovernorInvalidSignature");
    const elsewhere = await sign(Position.For, { verifyingContract: coop.treasury });
    await reverts(cast(Position.For, elsewhere), "GovernorInvalidSignature");
    await reverts(cast(Position.For, await sign(Position.For, { nonce: 1n })), "GovernorInvalidSignature");
  });

  it("lets the direct vote win over a signed one that comes late", async () => {
    const signature = await sign(Position.For);
    await chain.networkHelpers.impersonateAccount(voter.address);
    await coop.assemblyContract.write.castVote([id, Position.Against], { account: voter.address });
    await reverts(cast(Position.For, signature), "AssemblyVotedAlready");
    await coop.assemblyContract.write.castVote([id, Position.Abstain], { account: voter.address });
    expect(await forVotes()).to.equal(0);
  });

  it("keeps no nonce that one lost ballot could break [case 29]", async () => {
    await cast(Position.For, await sign(Position.For));
    const second = await resolution(chain, coop, [minute(coop)], "Another").propose();
    id = second;
    await cast(Position.Against, await sign(Position.Against));
    expect(await coop.assemblyContract.read.nonces([voter.address])).to.equal(0n);
  });

  it("takes no part of a vote: one ballot a seat, whole, and no parameters [M1] [case 30]", async () => {
    const { castVoteWithReasonAndParams, castVoteWithReasonAndParamsBySig } = coop.assemblyContract.write;
    const half = "0x0000000000000000000000000000000000000000000000000000000000000001";
    const by = { account: at(chain.wallets, 1).account };
    await reverts(castVoteWithReasonAndParams([id, Position.For, "", half], by), "AssemblyParamsNotUsed");
    await chain.networkHelpers.time.increase(60);

    const { reason, params } = { reason: "half of me", params: half } as const;
    const extended = async (withParams: Hex) =>
      voter.signTypedData({
        domain: { name: "Rochdale Assembly", version: "1", chainId: 31_337, verifyingContract: coop.assembly },
        types: {
          ExtendedBallot: [...types.Ballot, { name: "reason", type: "string" }, { name: "params", type: "bytes" }],
        },
        primaryType: "ExtendedBallot",
        message: { proposalId: id, support: Position.For, voter: voter.address, nonce: 0n, reason, params: withParams },
      });
    const hand = async (withParams: Hex, signature: Hex) =>
      castVoteWithReasonAndParamsBySig([id, Position.For, voter.address, reason, withParams, signature], {
        account: at(chain.wallets, 40).account,
      });
    await reverts(hand(params, await extended(params)), "AssemblyParamsNotUsed");
    expect(await forVotes()).to.equal(0);
    const whole = await extended("0x");
    await reverts(hand(params, whole), "GovernorInvalidSignature");
    await hand("0x", whole);
    await reverts(hand("0x", whole), "AssemblyVotedAlready");
    await reverts(cast(Position.For, await sign(Position.For)), "AssemblyVotedAlready");
    expect(await forVotes()).to.equal(1);
  });
});
