// Gas of the same steps through a co-op's clones: four classes, class tallies and the closed roll included.
import { encodeFunctionData, keccak256, toHex, zeroHash } from "viem";
import { treasuryAbi } from "../../books/abi.ts";
import { ClassKind, DAY, Position } from "../deploy/charter.ts";
import { type Addresses, foundCoop } from "../deploy/found.ts";
import { ballotToSign, packBallots } from "../lib/signed-ballots.ts";
import { type Bench, EURO, entry } from "./chain.ts";
import { benchCharter } from "./charter.ts";
import { enter, enterPaid } from "./enter.ts";

const TEXT = "Pay the invoice of the repair shop";
const FOUNDERS = 7;
/** Two members of each class vote: the first ballot on each page, then later ones. */
const VOTERS = 12;
/** Who pay for their first shares as they join; the first of them fills the treasury's slots and is not measured. */
const PAYERS = [94, 95, 96] as const;

export async function measureOurs(bench: Bench) {
  const { viem, euro, client, networkHelpers, wallets, factory, gasOf } = bench;
  const address = (i: number) => entry(wallets, i).account.address;
  const kinds = [ClassKind.Worker, ClassKind.User, ClassKind.Supporter, ClassKind.Investor];
  const charter = await benchCharter(bench, kinds, FOUNDERS);
  const coop = await foundCoop(client as never, entry(wallets, 0) as never, factory.address, charter);
  const assembly = await viem.getContractAt("Assembly", coop.assembly);
  const treasury = await viem.getContractAt("Treasury", coop.treasury);

  let entered = { apply: 0n, accept: 0n, join: 0n };
  for (let i = FOUNDERS; i < VOTERS; i++) entered = await enter(bench, coop.register, i, i % 4);
  await enterPaid(bench, coop, PAYERS[0], false);
  const paid = {
    permit: await enterPaid(bench, coop, PAYERS[1], true),
    allowance: await enterPaid(bench, coop, PAYERS[2], false),
  };
  await euro.write.mint([address(0), 100n * EURO]);
  await euro.write.approve([coop.treasury, 100n * EURO]);
  await treasury.write.deposit([1, euro.address, 100n * EURO, zeroHash]);

  const put = async (text: string) => {
    const data = encodeFunctionData({
      abi: treasuryAbi,
      functionName: "pay",
      args: [1, euro.address, address(30), EURO, keccak256(toHex(text))],
    });
    const propose = await gasOf(assembly.write.propose([[coop.treasury], [0n], [data], text]));
    const hashed = [[coop.treasury], [0n], [data], keccak256(toHex(text))] as const;
    return { propose, hashed, id: await assembly.read.getProposalId(hashed) };
  };
  const voteAll = async (id: bigint) => {
    const votes: bigint[] = [];
    for (const { account } of wallets.slice(0, VOTERS)) {
      votes.push(await gasOf(assembly.write.castVote([id, Position.For], { account })));
    }
    return votes;
  };

  // The first proposal makes the Assembly remember every seat; the second is measured.
  const earlier = await put("An earlier motion");
  const { propose, hashed, id } = await put(TEXT);
  await networkHelpers.time.increase(14 * DAY + 1);
  const newcomers = await voteAll(earlier.id);
  const votes = await voteAll(id);
  const signedHundred = await signedBatch(bench, coop, put);
  await networkHelpers.time.increaseTo(Number(await assembly.read.proposalEta([id])));
  const execute = await gasOf(assembly.write.execute(hashed));
  return {
    found: coop.gasUsed,
    entered,
    paid,
    propose,
    execute,
    newcomerVote: entry(newcomers, VOTERS - 1),
    firstVote: entry(votes, 0),
    laterVote: entry(votes, VOTERS - 1),
    signedHundred,
  };
}

/** One transaction with the signed ballots of a hundred members whose seats are known, per ballot. */
async function signedBatch(bench: Bench, coop: Addresses, put: (text: string) => Promise<{ id: bigint }>) {
  const { viem, wallets, networkHelpers, gasOf } = bench;
  const assembly = await viem.getContractAt("Assembly", coop.assembly);
  const desk = await viem.getContractAt("AssemblyDesk", coop.assembly);
  for (let i = VOTERS; i < wallets.length; i++) {
    if (!PAYERS.some((payer) => payer === i)) await enter(bench, coop.register, i, (i - VOTERS) % 4);
  }
  const warm = await put("Everybody votes once");
  const measured = await put("A hundred signed ballots");
  await networkHelpers.time.increase(14 * DAY + 1);
  for (const { account } of wallets) await assembly.write.castVote([warm.id, Position.For], { account });
  const ballots = await Promise.all(
    // Sorted by seat, as a relay hands them in.
    [0, 1, 2, 3]
      .flatMap((classIndex) => wallets.filter((_, i) => i % 4 === classIndex))
      .map(async (wallet) => {
        const voter = wallet.account.address;
        const question = ballotToSign(coop.assembly, 31_337, measured.id, Position.For);
        return { voter, support: Position.For, signature: await wallet.signTypedData(question) };
      }),
  );
  return (await gasOf(desk.write.castVotesBySig([measured.id, packBallots(ballots)]))) / BigInt(ballots.length);
}
