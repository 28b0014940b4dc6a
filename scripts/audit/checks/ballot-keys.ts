// Ballot keys: what was registered against what BallotKeys keeps, and what was packed against the code that it was packed into.
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { dataLength, dataSlice, keccak256 } from "ethers";
import { keyHolds, keyOf, seatsOnPage } from "../../../books/apply/ballot-keys.ts";
import type { BallotKey, KeySheet } from "../../../books/coop.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

/** In a sheet's code: 32 bytes that say whose keys these are, their sum, and the keys. */
const SEATS = 32;
const KEY = 96;
const { Point } = bls12_381.G1;

export async function checkBallotKeys({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("ballot keys as registered");
  const { ballotKeys } = house.at;
  const members = [...coop.members.keys()];
  const present = await askAll(members, (id) => chain.ask("ballotKeys", ballotKeys, "keyOf", id));
  for (const [i, id] of members.entries()) {
    const key = keyOf(coop, id)?.key;
    comparison.same(`member ${id}, ballot key`, key ? BigInt(keccak256(key)) : 0n, BigInt(present[i]?.[0] ?? 0));
  }
  // Of a key that went along to another seat the record of that seat is the one that is kept.
  const last = [...new Map(coop.ballotKeys.map((one) => [one.key, one])).values()];
  const answers = await askAll(last, ({ key, since }) =>
    Promise.all([
      chain.ask("ballotKeys", ballotKeys, "keyRecord", keccak256(key)),
      chain.ask("ballotKeys", ballotKeys, "holds", keccak256(key), since + 1),
    ]),
  );
  for (const [i, one] of last.entries()) {
    const [record, holds] = answers[i] ?? [];
    const where = `ballot key of member ${one.memberId} of ${one.since}`;
    comparison.same(`${where}, member`, one.memberId, record?.[0]?.memberId);
    comparison.same(`${where}, seat`, one.seat, record?.[0]?.seat);
    comparison.same(`${where}, since`, one.since, record?.[0]?.since);
    comparison.same(`${where}, until`, one.until ?? 0, record?.[0]?.until);
    comparison.same(`${where}, holds`, keyHolds(one, one.since + 1), holds?.[0]);
  }
  return comparison.check;
}

/** The sum that a sheet carries stands for its keys in every vote: it is added up again. */
export async function checkKeySheets({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("ballot keys in sheets");
  const { ballotKeys } = house.at;
  const count = await chain.ask("ballotKeys", ballotKeys, "sheetCount");
  comparison.same("sheets", coop.keySheets.length, count?.[0]);
  const codes = await askAll(coop.keySheets, ({ pointer }) => chain.provider.getCode(pointer, chain.block));
  const stored = await askAll([...coop.keySheets.keys()], (i) => chain.ask("ballotKeys", ballotKeys, "sheetOf", i + 1));
  for (const [i, sheet] of coop.keySheets.entries()) {
    const where = `sheet ${i + 1}`;
    const seats = seatsOnPage(sheet.page, sheet.seats);
    comparison.same(`${where}, pointer`, sheet.pointer, stored[i]?.[0]?.pointer);
    comparison.same(`${where}, page`, sheet.page, stored[i]?.[0]?.page);
    comparison.same(`${where}, keys`, seats.length, stored[i]?.[0]?.size);
    compareCode(comparison, where, sheet, seats, coop.ballotKeys, codes[i] ?? "0x");
  }
  return comparison.check;
}

function compareCode(
  comparison: Comparison,
  where: string,
  { seats: bits }: KeySheet,
  seats: readonly number[],
  registered: readonly BallotKey[],
  code: string,
): void {
  const length = SEATS + KEY * (seats.length + 1);
  comparison.same(`${where}, bytes of code`, length, dataLength(code));
  if (dataLength(code) !== length) return;
  comparison.same(`${where}, seats`, bits, BigInt(dataSlice(code, 0, SEATS)));
  let sum = Point.ZERO;
  for (const [i, seat] of seats.entries()) {
    const start = SEATS + KEY * (i + 1);
    const key = dataSlice(code, start, start + KEY);
    const isOwn = registered.some((one) => one.seat === seat && one.key === key);
    comparison.same(`${where}, the key of seat ${seat} was registered for it`, true, isOwn);
    if (isOwn) sum = sum.add(Point.fromHex(key.slice(2)));
  }
  const zero = `0x${"00".repeat(KEY)}`;
  const added = sum.is0() ? zero : `0x${Buffer.from(sum.toBytes(false)).toString("hex")}`;
  comparison.same(`${where}, sum of the keys`, added, dataSlice(code, SEATS, SEATS + KEY));
}
