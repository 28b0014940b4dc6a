// Sealing and opening: who can, who cannot, and that no other words than those on record are ever shown.
import { createECDH } from "node:crypto";
import { expect } from "chai";
import { type Hex, keccak256, toHex } from "viem";
import { fromBase64, fromHex, toBase64 } from "../../documents/envelope/bytes.ts";
import { commitmentOf, salted } from "../../documents/envelope/commitment.ts";
import { parseEnvelope, type SealedEnvelope } from "../../documents/envelope/envelope.ts";
import { ORDER, publicPoint } from "../../documents/envelope/p256.ts";
import { deriveReadingKey, isReadingKey, readingKeyText } from "../../documents/envelope/readingKey.ts";
import { open, seal } from "../../documents/envelope/seal.ts";
import { type Person, PLACE, person, sealed, shown } from "./people.ts";

const DAMAGED = /damaged or changed after it was sealed/;
const NOT_THE_WORDS = /not the words whose fingerprint is on record/;

/** The sentence with which `work` is refused. */
async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "nothing was refused",
    (error: Error) => error.message,
  );
}

describe("documents: commitments", () => {
  it("[M7] are the hash of 32 random bytes and the text", () => {
    const salt: Hex = `0x${"5a".repeat(32)}`;
    expect(commitmentOf({ salt, text: "é" })).to.equal(keccak256(`${salt}c3a9`));
    const [one, other] = [salted("Yes."), salted("Yes.")];
    expect(fromHex(one.salt)).to.have.lengthOf(32);
    expect(commitmentOf(one)).to.not.equal(commitmentOf(other));
  });

  it("[M7] cannot be found out by trying texts: a text without its salt is another hash", () => {
    const opening = salted("Yes.");
    expect(commitmentOf(opening)).to.not.equal(keccak256(toHex("Yes.")));
  });
});

describe("documents: sealing", () => {
  let ana: Person;
  let ben: Person;
  let cem: Person;
  before(async () => {
    [ana, ben, cem] = await Promise.all([person(1), person(2), person(3)]);
  });
  const as = (reader: Person) => ({ account: reader.account, key: reader.reading });

  it("each reader opens the same words, whatever they are", async () => {
    for (const text of ["", "\uFEFFmark", "ß 🛵\n", "x".repeat(30_000)]) {
      const { hash, envelope } = await sealed(ana, [ana, ben], text);
      for (const reader of [ana, ben]) expect((await open(envelope, hash, as(reader))).text).to.equal(text);
    }
  });

  it("nobody else does, and the envelope holds no word and no salt", async () => {
    const { hash, envelope, opening } = await sealed(ana, [ben], "Very plain words");
    expect(await refusal(open(envelope, hash, as(cem)))).to.match(/sealed for others/);
    expect(await refusal(open(envelope, hash))).to.match(/sealed for others/);
    const posing = { account: ben.account, key: { ...cem.reading, public: ben.reading.public } };
    expect(await refusal(open(envelope, hash, posing))).to.not.equal("nothing was refused");
    const text = JSON.stringify(envelope);
    expect(text).to.not.include("plain").and.not.include(opening.salt.slice(2));
    expect(Buffer.from((envelope as SealedEnvelope).ciphertext, "base64").toString()).to.not.include("plain");
  });

  it("[case 126] refuses every part that was changed", async () => {
    const { hash, envelope } = await sealed(ana, [ben]);
    const whole = envelope as SealedEnvelope;
    const flip = (base64: string, at: number) => {
      const bytes = fromBase64(base64);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return toBase64(bytes);
    };
    const [key] = whole.keys as [SealedEnvelope["keys"][number]];
    const changed: SealedEnvelope[] = [
      { ...whole, ciphertext: flip(whole.ciphertext, 0) },
      { ...whole, ciphertext: flip(whole.ciphertext, 40) },
      { ...whole, ciphertext: toBase64(fromBase64(whole.ciphertext).slice(0, -1)) },
      { ...whole, iv: flip(whole.iv, 3) },
      { ...whole, keys: [{ ...key, wrapped: flip(key.wrapped, 5) }] },
      { ...whole, keys: [{ ...key, iv: flip(key.iv, 5) }] },
      { ...whole, keys: [{ ...key, ephemeral: cem.reading.public }] },
    ];
    for (const each of changed) expect(await refusal(open(each, hash, as(ben)))).to.match(DAMAGED);
  });

  it("[case 126] refuses whole envelopes that stand under another hash", async () => {
    const [one, other] = [await sealed(ana, [ben]), await sealed(ana, [ben])];
    expect(await refusal(open(one.envelope, other.hash, as(ben)))).to.match(DAMAGED);
    expect(await refusal(open(shown(ana).envelope, other.hash))).to.match(NOT_THE_WORDS);
  });

  it("[case 126] refuses a wrong salt or other words, sealed by an author who lies", async () => {
    const { hash, opening, envelope } = shown(ana);
    const words = { ...envelope, text: `${opening.text} Not.` };
    const salt = { ...envelope, salt: salted("").salt };
    for (const lie of [words, salt]) expect(await refusal(open(lie, hash))).to.match(NOT_THE_WORDS);
    expect((await open(envelope, hash)).text).to.equal(opening.text);
  });

  it("[case 126] refuses sealed words that do not make the hash they were sealed under", async () => {
    // Sealing binds the hash it is given; only its author could bind a wrong one.
    const lie = { salt: salted("").salt, text: "Other words." };
    const readers = [{ account: ben.account, key: ben.reading.public }];
    const { hash } = await sealed(ana, [ben]);
    const envelope = await seal(lie, hash, ana.account, readers);
    expect(await refusal(open(envelope, hash, as(ben)))).to.match(NOT_THE_WORDS);
  });

  it("tells a reader whose key was replaced what to do", async () => {
    const { hash, envelope } = await sealed(ana, [ben]);
    const replaced = { account: ben.account, key: cem.reading };
    expect(await refusal(open(envelope, hash, replaced))).to.match(/another reading key of yours/);
  });

  it("takes only envelopes that are whole", async () => {
    const { envelope } = await sealed(ana, [ben]);
    const whole = envelope as SealedEnvelope;
    const broken = [
      null,
      [],
      { ...whole, version: 2 },
      { ...whole, kind: "open" },
      { ...whole, author: "ana" },
      { ...whole, keys: [] },
      { ...whole, keys: [...whole.keys, ...whole.keys] },
      { ...whole, keys: [{ ...whole.keys[0], ephemeral: "0x04" }] },
      { ...whole, keys: [{ ...whole.keys[0], keyId: "../.." }] },
      { ...whole, ciphertext: "<script>" },
      { ...shown(ana).envelope, salt: "0x12" },
      { ...shown(ana).envelope, text: 5 },
    ];
    for (const each of broken)
      expect(() => parseEnvelope(each), JSON.stringify(each)).to.throw(/^This is not a document/);
    expect(parseEnvelope({ ...whole, note: "hidden" })).to.deep.equal(whole);
  });
});

describe("documents: reading keys", () => {
  it("are the same each time the same wallet signs, on any device", async () => {
    const [once, again, other] = await Promise.all([person(7), person(7), person(8)]);
    expect(once.reading).to.deep.equal(again.reading);
    expect(once.reading.public).to.not.equal(other.reading.public);
    // Pinned: a change here would lock everybody out of what was sealed for them.
    expect(once.reading.public.slice(0, 20)).to.equal("0x045aca608727318fe0");
  });

  it("differ from co-op to co-op and from chain to chain", async () => {
    const places = [PLACE, { ...PLACE, chainId: 1 }, { ...PLACE, directory: `0x${"d0".repeat(20)}` as Hex }];
    const keys = await Promise.all(places.map(async (place) => (await person(7, place)).reading.public));
    expect(new Set(keys).size).to.equal(3);
    const { sign, account } = await person(7);
    const signature = await sign(readingKeyText(PLACE));
    const elsewhere = await deriveReadingKey(signature, account, { ...PLACE, chainId: 1 });
    expect(elsewhere.public).to.not.equal(keys[0]);
  });

  it("do not depend on how a wallet writes the recovery bit", async () => {
    const { sign, account, reading } = await person(7);
    const signature = await sign(readingKeyText(PLACE));
    const bit = Number.parseInt(signature.slice(-2), 16);
    const short = `${signature.slice(0, -2)}0${bit - 27}` as Hex;
    expect(await deriveReadingKey(short, account, PLACE)).to.deep.equal(reading);
  });

  it("are refused to wallets that do not sign as a plain account", async () => {
    const { account } = await person(7);
    expect(await refusal(deriveReadingKey(`0x${"ab".repeat(90)}`, account, PLACE))).to.match(/plain account/);
  });

  it("have the point that OpenSSL finds for the same number", () => {
    const numbers = [
      1n,
      2n,
      3n,
      ORDER - 1n,
      ORDER - 2n,
      ORDER / 2n,
      1n << 255n,
      ...Array.from({ length: 20 }, randomNumber),
    ];
    for (const number of numbers) {
      const openssl = createECDH("prime256v1");
      openssl.setPrivateKey(number.toString(16).padStart(64, "0"), "hex");
      expect(toHex(publicPoint(number)), String(number)).to.equal(`0x${openssl.getPublicKey("hex")}`);
    }
    for (const none of [0n, ORDER]) expect(() => publicPoint(none)).to.throw(RangeError);
  });

  it("are points of the curve, and nothing else is taken for one", async () => {
    const { reading } = await person(7);
    expect(await isReadingKey(reading.public)).to.equal(true);
    const off = `${reading.public.slice(0, -1)}${reading.public.endsWith("0") ? "1" : "0"}`;
    for (const each of [off, "0x04", reading.private, 5, undefined]) expect(await isReadingKey(each)).to.equal(false);
  });
});

const randomNumber = () => (BigInt(salted("").salt) % (ORDER - 1n)) + 1n;
