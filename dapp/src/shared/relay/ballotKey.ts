// The member's ballot key: made from one signature of the wallet, kept in this browser only, registered once; then a ballot is signed
// without the wallet. Loaded when somebody makes or uses one: the curve is large.
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { type Address, bytesToHex, type Client, type Hex, hexToBytes, keccak256, toBytes } from "viem";
import { readContract } from "viem/actions";
import { signMessage } from "wagmi/actions";
import { ballotKeysAbi, directoryAbi } from "../../../../books/abi.ts";
import {
  BALLOT_TAG,
  ballotBytes,
  ballotKeysDomain,
  ballotKeyText,
  KEY_FIELDS,
  PROOF_TAG,
  proofBytes,
} from "../../../../books/ballot-key.ts";
import type { RelayedKey, RelayedKeyBallot } from "../../../../books/relay.ts";
import { wholeAssemblyAbi } from "../chain/abis.ts";
import type { WagmiConfig } from "../wallet/wagmi.ts";
import { requireAccount } from "./otherAccount.ts";
import { signAs } from "./signAs.ts";

const bls = bls12_381.longSignatures;
const PLACE = 6;
const CONSENT_S = 7 * 86_400;

export type Owner = { directory: Address; chainId: number; account: Address; memberId: number };

/** What the member registered before: how many, and the one that still counts. */
export type Former = { registered: number; present: Hex | undefined };

/**
 * The key that counts, made again, when that is what the wallet makes; otherwise a new one, and with a second signature the paper that
 * lets the relay register it.
 */
export async function makeKey(
  wagmi: WagmiConfig,
  owner: Owner,
  { registered, present }: Former,
  now: number,
): Promise<{ secret: Hex; paper?: RelayedKey }> {
  const { directory, chainId, account, memberId } = owner;
  const made = async (before: number) =>
    secretFrom(await signMessage(wagmi, { account, message: ballotKeyText(directory, chainId, before) }));
  if (present) {
    const secret = await made(registered - 1);
    requireAccount(wagmi, account);
    if (publicKeyOf(secret) === present) return { secret };
  }
  const secret = await made(registered);
  const ballotKeys = await keysOf(wagmi, directory);
  const key = publicKeyOf(secret);
  const keyHash = keccak256(key);
  const proof = sign(proofBytes({ chainId, ballotKeys, memberId, account, keyHash }), PROOF_TAG, secret);
  const deadline = now + CONSENT_S;
  const signature = await signAs(wagmi, chainId, {
    account,
    domain: ballotKeysDomain(ballotKeys, chainId),
    types: KEY_FIELDS,
    primaryType: "BallotKey",
    message: { account, memberId, keyHash, deadline: BigInt(deadline) },
  });
  return { secret, paper: { kind: "bls-key", voter: account, key, proof, deadline, signature } };
}

/** What a key is to a vote that was noticed then: it serves it, it is the member's and serves later ones, or it is not registered. */
export type Standing = "serves" | "later" | "missing";

export async function standingOf(wagmi: WagmiConfig, owner: Owner, secret: Hex, noticeAt: number): Promise<Standing> {
  const contract = { address: await keysOf(wagmi, owner.directory), abi: ballotKeysAbi } as const;
  const keyHash = keccak256(publicKeyOf(secret));
  const client = wagmi.getClient() as Client;
  const [holds, { memberId }, present] = await Promise.all([
    readContract(client, { ...contract, functionName: "holds", args: [keyHash, BigInt(noticeAt)] }),
    readContract(client, { ...contract, functionName: "keyRecord", args: [keyHash] }),
    readContract(client, { ...contract, functionName: "keyOf", args: [owner.memberId] }),
  ]);
  if (holds && memberId === owner.memberId) return "serves";
  return present === keyHash ? "later" : "missing";
}

type Vote = { assembly: Address; proposal: bigint; support: number };

export async function signWithKey(
  wagmi: WagmiConfig,
  owner: Owner,
  secret: Hex,
  vote: Vote,
): Promise<RelayedKeyBallot> {
  const { assembly, proposal, support } = vote;
  const client = wagmi.getClient() as Client;
  const contract = { address: assembly, abi: wholeAssemblyAbi } as const;
  const roll = await readContract(client, { ...contract, functionName: "rollOf", args: [proposal] });
  const ballot = { chainId: owner.chainId, assembly, proposalId: proposal, roll, position: support };
  const signature = sign(ballotBytes(ballot), BALLOT_TAG, secret);
  const voter = owner.account.toLowerCase() as Address;
  return { kind: "bls", proposal: String(proposal), support, voter, key: publicKeyOf(secret), signature };
}

/** 64 bytes of hash, so that the remainder favours no key. */
function secretFrom(signature: Hex): Hex {
  const half = (name: string) => keccak256(new Uint8Array([...toBytes(name), ...hexToBytes(signature)]));
  const wide = BigInt(`${half("ballot key 1")}${half("ballot key 2").slice(2)}`);
  const secret = (wide % (bls12_381.fields.Fr.ORDER - 1n)) + 1n;
  return `0x${secret.toString(16).padStart(64, "0")}`;
}

const publicKeyOf = (secret: Hex): Hex => bytesToHex(bls.getPublicKey(hexToBytes(secret)).toBytes(false));

const sign = (message: Hex, tag: string, secret: Hex): Hex =>
  bytesToHex(bls.sign(bls.hash(hexToBytes(message), tag), hexToBytes(secret)).toBytes(false));

const keysOf = (wagmi: WagmiConfig, directory: Address): Promise<Address> =>
  readContract(wagmi.getClient() as Client, {
    address: directory,
    abi: directoryAbi,
    functionName: "moduleAt",
    args: [PLACE],
  });
