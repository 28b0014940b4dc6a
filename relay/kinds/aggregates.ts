// Ballots signed with ballot keys: thousands on one position go to the chain under one signature. Whether each was signed is checked
// here; whether they count is asked of the contract, about all of a position and, where some do not, about its halves.
import { concatHex, encodeFunctionData, type Hex, keccak256, parseEventLogs, size, slice, toHex } from "viem";
import { assemblyLobbyAbi, ballotKeysAbi } from "../../books/abi.ts";
import { ballotBytes } from "../../books/ballot-key.ts";
import { assemblyWholeAbi, type Chain, type Head, type House, revertOf, unreachable } from "../chain.ts";
import type { Judgement, Kept, Kind, Paper, Plan } from "../paper.ts";
import { Refusal } from "../refusal.ts";
import { addSignatures, isKey, isSignature, signedOf } from "./curve.ts";
import { account, bytes, malformed, smallNumber, wholeNumber } from "./fields.ts";
import { gasFor, mostGas } from "./gas.ts";
import { KEY_BYTES, type KeyRecord, keyOf, recordsOf, signatureOf } from "./records.ts";
import { membersOf } from "./seats.ts";
import { deadlineOf, endedVotes, proposalOf, whyNot } from "./votes.ts";

const POSITIONS = 4;
const SIGNATURE_BYTES = 192;
const MOST_IN_ONE = 8_192;
const MOST_PACKED = 128;
const ABI = { abi: assemblyLobbyAbi } as const;

export const aggregates: Kind = { atOnce: false, read, judge, deadline: deadlineOf, plan, counted, ended: endedVotes };

function read(body: Record<string, unknown>, { assembly }: House): Paper {
  const proposal = wholeNumber(body, "proposal");
  const support = smallNumber(body, "support", POSITIONS - 1);
  const voter = account(body, "voter");
  const key = bytes(body, "key", KEY_BYTES);
  const signature = bytes(body, "signature", SIGNATURE_BYTES);
  if (size(key) !== KEY_BYTES || !isKey(key)) throw malformed('"key" is not a ballot key.');
  if (size(signature) !== SIGNATURE_BYTES || !isSignature(signature)) throw notCanonical();
  const said = JSON.stringify({ kind: "bls", proposal: String(proposal), support, voter, key, signature });
  const packed = concatHex([key, signature]);
  return { kind: "bls", matter: `vote:${proposal}`, target: assembly, voter, support, packed, said };
}

const notCanonical = () =>
  new Refusal(
    400,
    "malformed-signature",
    "This is not a signature of a ballot key. Cast your vote again on the co-op's page.",
  );
const unknownKey = () =>
  new Refusal(
    422,
    "unknown-key",
    "This ballot key is not registered for the account. Register it, or sign with your wallet.",
  );
const tooNew = () =>
  new Refusal(
    409,
    "key-not-in-force",
    "This ballot key does not serve this vote: it was registered after notice was given, or has ended. Sign this ballot with your wallet.",
  );

async function judge(chain: Chain, house: House, papers: readonly Paper[]): Promise<Judgement[]> {
  const [members, records] = await Promise.all([
    membersOf(
      chain,
      house,
      papers.map(({ voter }) => voter),
    ),
    recordsOf(chain, house, papers),
  ]);
  const record = new Map(papers.map((paper, i) => [paper, records[i]]));
  const owned = papers.filter((_, i) => members[i]?.seat !== 0 && records[i]?.memberId === members[i]?.memberId);
  const signed = await signedAmong(chain, house, owned);
  const good = new Set(await goodOf(chain, [...signed], (paper) => record.get(paper)));
  return Promise.all(
    papers.map(async (paper, i) => {
      const [member, key] = [members[i], records[i]];
      const seat = member?.seat ?? 0;
      if (good.has(paper)) return { seat };
      if (seat !== 0 && key?.memberId !== member?.memberId) return unknownKey();
      return judgeAlone(chain, house, paper, seat, signed.has(paper), key);
    }),
  );
}

/** Papers of one vote that were signed with the keys that they name. */
async function signedAmong({ client }: Chain, { chainId }: House, papers: readonly Paper[]): Promise<Set<Paper>> {
  const [first] = papers;
  if (!first) return new Set();
  const proposalId = proposalOf(first.matter);
  const assembly = first.target;
  const roll = await client
    .readContract({ ...ABI, address: assembly, functionName: "rollOf", args: [proposalId] })
    .catch((error) => {
      if (revertOf(error)) return undefined;
      throw unreachable(error);
    });
  if (roll === undefined) return new Set();
  const signed = papers.map((paper) => ({
    paper,
    message: ballotBytes({ chainId, assembly, proposalId, roll, position: paper.support }),
    key: keyOf(paper),
    signature: signatureOf(paper),
  }));
  return new Set((await signedOf(signed)).map(({ paper }) => paper));
}

/** One that is not counted now: because it is bad, or because its key waits to be packed. */
async function judgeAlone(
  chain: Chain,
  house: House,
  paper: Paper,
  seat: number,
  isSigned: boolean,
  record?: KeyRecord,
): Promise<Judgement> {
  const proposal = proposalOf(paper.matter);
  const contract = { address: paper.target, abi: assemblyWholeAbi } as const;
  const refusal = await whyNot(chain, paper, seat, async () => isSigned);
  if (refusal.code !== "not-on-roll") return refusal;
  try {
    const [{ noticeAt }, said] = await Promise.all([
      chain.client.readContract({ ...contract, functionName: "proposalRecord", args: [proposal] }),
      chain.client.readContract({ ...contract, functionName: "ballotOf", args: [proposal, seat] }),
    ]);
    const keys = { address: house.ballotKeys, abi: ballotKeysAbi } as const;
    const asked = [keccak256(keyOf(paper)), BigInt(noticeAt)] as const;
    if (!(await chain.client.readContract({ ...keys, functionName: "holds", args: asked }))) return tooNew();
    // A key that was there at notice had a member; whom the vote is about is marked.
    return record?.sheet === 0 && said !== EXCLUDED ? { seat } : refusal;
  } catch (error) {
    throw unreachable(error);
  }
}

const EXCLUDED = 8;

type RecordOf = (paper: Paper) => KeyRecord | undefined;

/** Of signed ones of packed keys, those that the contract would count. */
async function goodOf<T extends Paper>(chain: Chain, papers: readonly T[], recordOf: RecordOf): Promise<T[]> {
  const packed = papers.filter((paper) => (recordOf(paper)?.sheet ?? 0) !== 0);
  const good = [...Map.groupBy(packed, ({ support }) => support).values()].map((alike) =>
    halved(chain, alike, recordOf),
  );
  return (await Promise.all(good)).flat();
}

async function halved<T extends Paper>(chain: Chain, papers: readonly T[], recordOf: RecordOf): Promise<T[]> {
  if (papers.length === 0) return [];
  if ((await countedOf(chain, papers, recordOf)) === papers.length) return [...papers];
  if (papers.length === 1) return [];
  const middle = papers.length >> 1;
  const [left, right] = [papers.slice(0, middle), papers.slice(middle)];
  return [...(await halved(chain, left, recordOf)), ...(await halved(chain, right, recordOf))];
}

async function countedOf({ client }: Chain, papers: readonly Paper[], recordOf: RecordOf): Promise<number> {
  const [first] = papers;
  if (!first) return 0;
  const call = { ...ABI, address: first.target, functionName: "castVotesByAggregate" } as const;
  const args = argumentsOf(papers, recordOf);
  if (!args) return 0;
  try {
    return Number((await client.simulateContract({ ...call, args })).result);
  } catch (error) {
    if (revertOf(error)) return 0;
    throw unreachable(error);
  }
}

function argumentsOf(papers: readonly Paper[], recordOf: RecordOf): readonly [bigint, number, Hex, Hex] | undefined {
  const sheets = new Map<number, bigint>();
  for (const paper of papers) {
    const { sheet = 0, seat = 0 } = recordOf(paper) ?? {};
    sheets.set(sheet, (sheets.get(sheet) ?? 0n) | (1n << BigInt(seat & 127)));
  }
  const named = [...sheets].sort(([a], [b]) => a - b);
  const list = named.map(([sheet, seats]) => concatHex([toHex(sheet, { size: 4 }), toHex(seats, { size: 16 })]));
  const first = papers[0];
  const signature = addSignatures(papers.map(signatureOf));
  return first && signature && [proposalOf(first.matter), first.support, concatHex(list), signature];
}

/** Keys that wait are packed first; then one transaction a position, or more where a block does not hold it. */
async function plan(chain: Chain, house: House, papers: readonly Kept[], { gasLimit }: Head): Promise<Plan[]> {
  const records = await recordsOf(chain, house, papers);
  const record = new Map<Paper, KeyRecord | undefined>(papers.map((paper, i) => [paper, records[i]]));
  const recordOf: RecordOf = (paper) => record.get(paper);
  const loose = papers.filter((paper) => recordOf(paper)?.sheet === 0 && recordOf(paper)?.memberId !== 0);
  const plans = await Promise.all(
    [...Map.groupBy(loose, ({ seat }) => seat >>> 7).values()].map((page) => planPacking(chain, house, page)),
  );
  const good = await goodOf(chain, papers, recordOf);
  for (const alike of Map.groupBy(good, ({ support }) => support).values()) {
    for (let start = 0; start < alike.length; start += MOST_IN_ONE) {
      plans.push(await planOne(chain, alike.slice(start, start + MOST_IN_ONE), recordOf, mostGas(gasLimit)));
    }
  }
  return plans;
}

async function planPacking({ client }: Chain, { ballotKeys }: House, page: readonly Kept[]): Promise<Plan> {
  const keys = page
    .toSorted((a, b) => a.seat - b.seat)
    .slice(0, MOST_PACKED)
    .map(keyOf);
  const data = encodeFunctionData({ abi: ballotKeysAbi, functionName: "pack", args: [concatHex(keys)] });
  return { target: ballotKeys, data, papers: [], gas: gasFor(await client.estimateGas({ to: ballotKeys, data })) };
}

async function planOne(chain: Chain, papers: Kept[], recordOf: RecordOf, most: bigint): Promise<Plan> {
  const target = papers[0]?.target ?? "0x";
  const args = argumentsOf(papers, recordOf);
  if (!args) throw new Error("Ballots that hold together do not add up.");
  const data = encodeFunctionData({ ...ABI, functionName: "castVotesByAggregate", args });
  const needed = await chain.client.estimateGas({ to: target, data });
  if (needed > most && papers.length > 1) {
    return planOne(chain, papers.slice(0, papers.length >> 1), recordOf, most);
  }
  return { target, data, papers, gas: gasFor(needed) };
}

function counted(logs: Parameters<Kind["counted"]>[0], papers: readonly Kept[]): Set<string> {
  const pages = new Map<string, bigint>();
  for (const { args } of parseEventLogs({ ...ABI, eventName: "AggregateCast", logs: logs as never })) {
    for (let at = 0; at < size(args.ballots); at += 20) {
      const place = `${args.position} ${Number(slice(args.ballots, at, at + 4))}`;
      pages.set(place, (pages.get(place) ?? 0n) | BigInt(slice(args.ballots, at + 4, at + 20)));
    }
  }
  const has = ({ support, seat }: Kept) => ((pages.get(`${support} ${seat >>> 7}`) ?? 0n) >> BigInt(seat & 127)) & 1n;
  return new Set(papers.filter((paper) => has(paper) === 1n).map(({ id }) => id));
}
