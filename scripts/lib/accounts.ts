// The accounts of development chains: those of Hardhat's well-known phrase, which is no secret. Hardhat derives the phrase's seed anew
// for each account, a second and more for every chain; here it is derived once.
import { createECDH, createHmac, pbkdf2Sync } from "node:crypto";

const PHRASE = "test test test test test test test test test test test junk";
const HARDENED = 2 ** 31;
/** The account of Ethereum that wallets begin with: m/44'/60'/0'/0. */
const PATH = [44 + HARDENED, 60 + HARDENED, HARDENED, 0];
const ORDER = 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4141n;
const BALANCE = (10_000n * 10n ** 18n).toString();

/** A node of BIP-32: a key and what its children are mixed with. */
type Node = { key: Buffer; chain: Buffer };

/** The first so many accounts, each with ten thousand coins. */
export function developmentAccounts(count: number): { privateKey: string; balance: string }[] {
  const seed = pbkdf2Sync(PHRASE, "mnemonic", 2_048, 64, "sha512");
  const root = nodeOf(mix(Buffer.from("Bitcoin seed"), seed));
  const parent = PATH.reduce((node, index) => childOf(node, prefixOf(node, index), index), root);
  const prefix = prefixOf(parent, 0);
  return Array.from({ length: count }, (_, index) => ({
    privateKey: `0x${childOf(parent, prefix, index).key.toString("hex")}`,
    balance: BALANCE,
  }));
}

function childOf({ key, chain }: Node, prefix: Buffer, index: number): Node {
  const place = Buffer.alloc(4);
  place.writeUInt32BE(index);
  const { key: added, chain: next } = nodeOf(mix(chain, Buffer.concat([prefix, place])));
  const sum = (numberOf(added) + numberOf(key)) % ORDER;
  return { key: Buffer.from(sum.toString(16).padStart(64, "0"), "hex"), chain: next };
}

/** Hardened children are made of the private key, the others of the public one. */
function prefixOf({ key }: Node, index: number): Buffer {
  if (index >= HARDENED) return Buffer.concat([Buffer.alloc(1), key]);
  const pair = createECDH("secp256k1");
  pair.setPrivateKey(key);
  return pair.getPublicKey(null, "compressed");
}

const mix = (key: Buffer, data: Buffer) => createHmac("sha512", key).update(data).digest();
const nodeOf = (mixed: Buffer): Node => ({ key: mixed.subarray(0, 32), chain: mixed.subarray(32) });
const numberOf = (bytes: Buffer) => BigInt(`0x${bytes.toString("hex")}`);
