// OpenZeppelin's Governor with ERC721Votes, as its wizard writes it: the peer of every voting figure.
import { encodeFunctionData, keccak256, toHex } from "viem";
import { DAY, Position } from "../deploy/charter.ts";
import { type Bench, EURO, entry } from "./chain.ts";

const TEXT = "Pay the invoice of the repair shop";

/** Gas of admitting, proposing, voting and executing there, one figure per id. */
export async function measurePeer({ viem, euro, networkHelpers, wallets, gasOf }: Bench) {
  const membership = await viem.deployContract("PeerMembership");
  const governor = await viem.deployContract("PeerGovernor", [membership.address, 14 * DAY, 14 * DAY]);
  await euro.write.mint([governor.address, 100n * EURO]);

  let admitted = 0n;
  for (const [i, wallet] of wallets.slice(0, 13).entries()) {
    const { account } = wallet;
    const minted = await gasOf(membership.write.mint([account.address, BigInt(i + 1)]));
    admitted = minted + (await gasOf(membership.write.delegate([account.address], { account })));
  }
  const delegate = entry(wallets, 13).account;
  for (const [i, { account }] of wallets.slice(13, 19).entries()) {
    await membership.write.mint([account.address, BigInt(100 + i)]);
    await membership.write.delegate([delegate.address], { account });
  }

  const payee = entry(wallets, 30).account.address;
  const data = encodeFunctionData({ abi: euro.abi, functionName: "transfer", args: [payee, EURO] });
  const content = [[euro.address], [0n], [data]] as const;
  const propose = await gasOf(governor.write.propose([...content, TEXT]));
  const id = await governor.read.hashProposal([...content, keccak256(toHex(TEXT))]);
  await networkHelpers.time.increase(14 * DAY + 1);

  const votes: bigint[] = [];
  for (const { account } of wallets.slice(0, 12)) {
    votes.push(await gasOf(governor.write.castVote([id, Position.For], { account })));
  }
  const delegateVote = await gasOf(governor.write.castVote([id, Position.For], { account: delegate }));
  const voter = entry(wallets, 12);
  const signature = await voter.signTypedData({
    domain: { name: "Peer governor", version: "1", chainId: 31_337, verifyingContract: governor.address },
    types: {
      Ballot: [
        { name: "proposalId", type: "uint256" },
        { name: "support", type: "uint8" },
        { name: "voter", type: "address" },
        { name: "nonce", type: "uint256" },
      ],
    },
    primaryType: "Ballot",
    message: { proposalId: id, support: Position.For, voter: voter.account.address, nonce: 0n },
  });
  const signedVote = await gasOf(governor.write.castVoteBySig([id, Position.For, voter.account.address, signature]));
  await networkHelpers.time.increase(14 * DAY + 1);
  const execute = await gasOf(governor.write.execute([...content, keccak256(toHex(TEXT))]));
  const [firstVote, laterVote] = [entry(votes, 0), entry(votes, 11)];
  return { admit: admitted, propose, firstVote, laterVote, delegateVote, signedVote, execute };
}
