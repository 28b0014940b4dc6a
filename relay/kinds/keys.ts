// A member's ballot key with the member's consent (BallotKeys.register), handed in for whoever has no coin.
import { decodeFunctionData, encodeFunctionData, keccak256, parseEventLogs, size } from "viem";
import { ballotKeysAbi } from "../../books/abi.ts";
import type { ReceiptState } from "../../books/relay.ts";
import { type Chain, type House, revertOf, unreachable } from "../chain.ts";
import type { Judgement, Kept, Kind, Paper, Plan } from "../paper.ts";
import { Refusal } from "../refusal.ts";
import { account, bytes, malformed, smallNumber } from "./fields.ts";
import { gasFor } from "./gas.ts";
import { KEY_BYTES } from "./records.ts";

const PROOF_BYTES = 192;
const LONGEST = 2_048;
const UINT40 = 2 ** 40 - 1;
const ABI = { abi: ballotKeysAbi } as const;

export const keys: Kind = { atOnce: true, read, judge, deadline, plan, counted, ended };

function read(body: Record<string, unknown>, { ballotKeys }: House): Paper {
  const voter = account(body, "voter");
  const key = bytes(body, "key", KEY_BYTES);
  const proof = bytes(body, "proof", PROOF_BYTES);
  const deadline = smallNumber(body, "deadline", UINT40);
  const signature = bytes(body, "signature", LONGEST);
  if (size(key) !== KEY_BYTES || size(proof) !== PROOF_BYTES) throw malformed('"key" or "proof" is too short.');
  const args = [voter, key, proof, BigInt(deadline), signature] as const;
  const packed = encodeFunctionData({ ...ABI, functionName: "register", args });
  const said = JSON.stringify({ kind: "bls-key", voter, key, proof, deadline, signature });
  return { kind: "bls-key", matter: `key:${keccak256(key)}`, target: ballotKeys, voter, support: 0, packed, said };
}

const refused = () =>
  new Refusal(
    422,
    "bad-key",
    "This ballot key can not be registered: it is in use, was not proved, or the account did not agree to it. Make it again on the co-op's page.",
  );

function judge(chain: Chain, _: House, papers: readonly Paper[]): Promise<Judgement[]> {
  return Promise.all(papers.map((paper) => judgeOne(chain, paper)));
}

async function judgeOne({ client }: Chain, { target, packed }: Paper): Promise<Judgement> {
  const { args } = decodeFunctionData({ ...ABI, data: packed });
  try {
    await client.simulateContract({ ...ABI, address: target, functionName: "register", args: args as never });
    return { seat: 0 };
  } catch (error) {
    if (revertOf(error)) return refused();
    throw unreachable(error);
  }
}

/** The consent itself says until when it is good. */
async function deadline(_: Chain, { said }: Paper): Promise<number> {
  return (JSON.parse(said) as { deadline: number }).deadline;
}

async function plan(chain: Chain, house: House, papers: readonly Kept[]): Promise<Plan[]> {
  const judged = await judge(chain, house, papers);
  const good = papers.filter((_, i) => "seat" in (judged[i] ?? {}));
  return Promise.all(
    good.map(async (paper) => {
      const { target, packed: data } = paper;
      return { target, data, papers: [paper], gas: gasFor(await chain.client.estimateGas({ to: target, data })) };
    }),
  );
}

function counted(logs: Parameters<Kind["counted"]>[0], papers: readonly Kept[]): Set<string> {
  const told = parseEventLogs({ ...ABI, eventName: "KeyRegistered", logs: logs as never });
  const registered = new Set(told.map(({ args }) => `key:${keccak256(args.key)}`));
  return new Set(papers.filter(({ matter }) => registered.has(matter)).map(({ id }) => id));
}

/** Registered in another way, or run out. */
async function ended(_: Chain, papers: readonly Kept[]): Promise<ReceiptState[]> {
  return papers.map(() => "late");
}
