// Ballots signed by EIP-712: of accounts with a key, and of contract accounts (ERC-1271). The contract itself is asked which
// of them it would count.
import { concat, encodeFunctionData, type Hex, hashTypedData, numberToHex, parseAbi, parseEventLogs, size } from "viem";
import type { Address } from "../../books/event.ts";
import { ballotToSign, contractBallotToSign } from "../../books/signed-ballot.ts";
import { assemblyWholeAbi, type Chain, type Head, type House, revertOf, unreachable } from "../chain.ts";
import type { Judgement, Kept, Kind, Paper, Plan } from "../paper.ts";
import { account, bytes, smallNumber, wholeNumber } from "./fields.ts";
import { gasFor, mostGas } from "./gas.ts";
import { membersOf } from "./seats.ts";
import { compactOf, signerOf } from "./signature.ts";
import { deadlineOf, endedVotes, notTheirs, proposalOf, whyNot } from "./votes.ts";

const POSITIONS = 4;
/** A contract account's signature; nine owners of a Safe need less. */
const LONGEST = 2_048;
const MOST_IN_ONE = 400;
const ERC1271 = parseAbi(["function isValidSignature(bytes32 digest, bytes signature) view returns (bytes4)"]);
const YES = "0x1626ba7e";
const ABI = { abi: assemblyWholeAbi } as const;

export const ballots: Kind = { atOnce: false, read, judge, deadline: deadlineOf, plan, counted, ended: endedVotes };

function read(body: Record<string, unknown>, { assembly, chainId }: House): Paper {
  const proposal = wholeNumber(body, "proposal");
  const support = smallNumber(body, "support", POSITIONS - 1);
  const voter = account(body, "voter");
  const signature = bytes(body, "signature", LONGEST);
  const kind = body.kind === "contract" ? "contract" : "key";
  const said = JSON.stringify({ kind, proposal: String(proposal), support, voter, signature });
  const paper = { kind, matter: `vote:${proposal}`, target: assembly, voter, support, said } as const;
  if (kind === "contract") {
    const head = [numberToHex(support + 128, { size: 1 }), voter, numberToHex(size(signature), { size: 2 })] as const;
    return { ...paper, packed: concat([...head, signature]) };
  }
  const { compact } = compactOf(signature);
  if (signerOf(digestOf(assembly, chainId, proposal, support), signature) !== voter) throw notTheirs();
  return { ...paper, packed: concat([numberToHex(support, { size: 1 }), compact]) };
}

const digests = new Map<string, Hex>();
const MOST_DIGESTS = 4_096;

/** The same few for every ballot of a vote. */
function digestOf(assembly: Address, chainId: number, proposal: bigint, support: number): Hex {
  const key = `${assembly} ${chainId} ${proposal} ${support}`;
  const known = digests.get(key);
  if (known) return known;
  if (digests.size >= MOST_DIGESTS) digests.clear();
  const digest = hashTypedData(ballotToSign(assembly, chainId, proposal, support));
  digests.set(key, digest);
  return digest;
}

async function judge(chain: Chain, house: House, papers: readonly Paper[]): Promise<Judgement[]> {
  const voters = papers.map(({ voter }) => voter);
  const [members, counting] = await Promise.all([membersOf(chain, house, voters), countingOf(chain, papers)]);
  return Promise.all(
    papers.map(async (paper, i) => {
      const seat = members[i]?.seat ?? 0;
      return counting[i] ? { seat } : whyNot(chain, paper, seat, () => isSigned(chain, house, paper));
    }),
  );
}

/** Which of them the contract would count: all at once, as they would be handed in; one by one only when it would not count all. */
async function countingOf(chain: Chain, papers: readonly Paper[]): Promise<boolean[]> {
  const [first] = papers;
  if (!first) return [];
  const count = (some: readonly Paper[]) => countedOf(chain, first.target, proposalOf(first.matter), some);
  const all = await count(papers);
  if (all === papers.length || papers.length === 1) return papers.map(() => all === papers.length);
  return Promise.all(papers.map(async (paper) => (await count([paper])) === 1));
}

/** A key's signature was checked when it was read; a contract account is asked, as the Assembly asks it. */
async function isSigned({ client }: Chain, { chainId }: House, { kind, said, target, voter, matter, support }: Paper) {
  if (kind === "key") return true;
  const digest = hashTypedData(contractBallotToSign(target, chainId, proposalOf(matter), support, voter));
  const { signature } = JSON.parse(said) as { signature: Hex };
  const question = {
    address: voter,
    abi: ERC1271,
    functionName: "isValidSignature",
    args: [digest, signature],
  } as const;
  return client.readContract(question).then(
    (answer) => answer === YES,
    () => false,
  );
}

/** How many the contract would count now; none when it takes none at all. */
async function countedOf(
  { client }: Chain,
  target: Address,
  proposal: bigint,
  papers: readonly Paper[],
): Promise<number> {
  const args = [proposal, concat(papers.map(({ packed }) => packed))] as const;
  try {
    const { result } = await client.simulateContract({ ...ABI, address: target, functionName: "castVotesBySig", args });
    return Number(result);
  } catch (error) {
    if (revertOf(error)) return 0;
    throw unreachable(error);
  }
}

/** As many as count now, in as few transactions as a block allows. What does not count now waits: a vote may come back. */
async function plan(chain: Chain, _: House, papers: readonly Kept[], { gasLimit }: Head): Promise<Plan[]> {
  const [first] = papers;
  if (!first) return [];
  const plans: Plan[] = [];
  for (let start = 0; start < papers.length; start += MOST_IN_ONE) {
    const some = papers.slice(start, start + MOST_IN_ONE);
    const counting = await countingOf(chain, some);
    const good = some.filter((_, i) => counting[i]);
    if (good.length > 0) plans.push(await planOne(chain, first.target, good, mostGas(gasLimit)));
  }
  return plans;
}

async function planOne(chain: Chain, target: Address, papers: Kept[], most: bigint): Promise<Plan> {
  const args = [proposalOf(papers[0]?.matter ?? ""), concat(papers.map(({ packed }) => packed))] as const;
  const data = encodeFunctionData({ ...ABI, functionName: "castVotesBySig", args });
  const needed = await chain.client.estimateGas({ to: target, data });
  if (needed > most && papers.length > 1) {
    return planOne(chain, target, papers.slice(0, papers.length >> 1), most);
  }
  return { target, data, papers, gas: gasFor(needed) };
}

function counted(logs: Parameters<Kind["counted"]>[0], papers: readonly Kept[]): Set<string> {
  const seats = new Map<number, number>();
  for (const { args } of parseEventLogs({ ...ABI, eventName: "SignedBallotsCast", logs: logs as never })) {
    const told = args.ballots.slice(2);
    for (let i = 0; i < told.length; i += 10) {
      seats.set(Number.parseInt(told.slice(i + 2, i + 10), 16), Number.parseInt(told.slice(i, i + 2), 16));
    }
  }
  return new Set(papers.filter(({ seat, support }) => seats.get(seat) === support).map(({ id }) => id));
}
