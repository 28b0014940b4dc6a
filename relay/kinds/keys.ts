// A member's ballot key with the member's consent (BallotKeys.register), handed in for whoever has no coin.
import { encodeFunctionData, keccak256, parseEventLogs, size } from "viem";
import { ballotKeysAbi } from "../../books/abi.ts";
import type { House } from "../chain.ts";
import type { Kept, Kind, Paper } from "../paper.ts";
import { Refusal } from "../refusal.ts";
import { account, bytes, malformed, smallNumber } from "./fields.ts";
import { KEY_BYTES } from "./records.ts";
import { single } from "./single.ts";

const PROOF_BYTES = 192;
const LONGEST = 2_048;
const UINT40 = 2 ** 40 - 1;
const ABI = { abi: ballotKeysAbi } as const;

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

const refusal = () =>
  new Refusal(
    422,
    "bad-key",
    "This ballot key can not be registered: it is in use, was not proved, or the account did not agree to it. Make it again on the co-op's page.",
  );

function counted(logs: Parameters<Kind["counted"]>[0], papers: readonly Kept[]): Set<string> {
  const told = parseEventLogs({ ...ABI, eventName: "KeyRegistered", logs: logs as never });
  const registered = new Set(told.map(({ args }) => `key:${keccak256(args.key)}`));
  return new Set(papers.filter(({ matter }) => registered.has(matter)).map(({ id }) => id));
}

export const keys = single({ ...ABI, read, counted, refusal, until: "deadline" });
