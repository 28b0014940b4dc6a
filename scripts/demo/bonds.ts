// Who lent what for the machines: bids, the close, what was handed back and what was claimed. Every time is in days before now.
import { type Abi, encodeFunctionData, zeroAddress } from "viem";
import { bondOfficeAbi } from "../../books/abi.ts";
import { NO_PERMIT } from "../deploy/charter.ts";
import { EURO } from "./charter.ts";
import { machines, midnight, numberOf } from "./machines.ts";
import { approve, mint } from "./test-euro.ts";
import { account, daysAgo, type Happening, type World } from "./world.ts";

/** Whoever did not get all that it offered and has been handed the rest back; Chidi's waits. */
const REFUNDED = [
  { key: "charging-point", by: 8, who: [8, 6, 3], daysAgo: 82 },
  { key: "wheelchair-van", by: 6, who: [6, 4], daysAgo: 82 },
  { key: "cargo-bikes", by: 17, who: [17, 8], daysAgo: 49 },
];

/** Coupons taken, and after the redemption the principal; Ana and Ben have not claimed theirs. */
const CLAIMED = [
  { key: "wheelchair-van", who: 8, daysAgo: 50 },
  { key: "wheelchair-van", who: 5, daysAgo: 25 },
  { key: "wheelchair-van", who: 9, daysAgo: 24 },
  { key: "charging-point", who: 4, daysAgo: 27.4 },
  { key: "charging-point", who: 8, daysAgo: 27.1 },
];
const REDEEMED = { key: "charging-point", by: 7, daysAgo: 27.8 };

export function bondsHappen(world: World): Happening[] {
  const office = (place: number, day: number, functionName: string, args: unknown[]): Happening => {
    const data = encodeFunctionData({ abi: bondOfficeAbi as Abi, functionName, args });
    return { at: daysAgo(world, day), call: { from: account(world, place), to: world.coop.bonds, data } };
  };
  const closing = machines.flatMap(({ key, bonds }): Happening[] => {
    if (!bonds || bonds.closesDaysAgo < 0) return [];
    const closes = midnight(world, bonds.closesDaysAgo);
    const [cleared, allotted] = [office(7, 0, "clear", [numberOf(key)]), office(7, 0, "allot", [numberOf(key), 100n])];
    return [
      { ...cleared, at: closes + 3_600 },
      { ...allotted, at: closes + 3_700 },
    ];
  });
  return [
    ...machines.flatMap((machine) => bidding(world, machine)),
    ...closing,
    ...REFUNDED.map(({ key, by, who, daysAgo: day }) =>
      office(by, day, "refund", [numberOf(key), who.map((place) => account(world, place))]),
    ),
    office(REDEEMED.by, REDEEMED.daysAgo, "redeem", [numberOf(REDEEMED.key)]),
    ...CLAIMED.map(({ key, who, daysAgo: day }) => office(who, day, "claim", [numberOf(key), account(world, who)])),
  ];
}

/** Each bidder brings the money for it, or for what it adds to its first bid. */
function bidding(world: World, { key, bonds }: (typeof machines)[number]): Happening[] {
  const before = new Map<number, number>();
  return (bonds?.bids ?? []).flatMap(([who, euros, rate, day]) => {
    const from = account(world, who);
    const added = BigInt(euros - (before.get(who) ?? 0)) * EURO;
    before.set(who, euros);
    const at = daysAgo(world, day);
    const args = [numberOf(key), BigInt(euros) * EURO, rate, zeroAddress, NO_PERMIT] as const;
    const data = encodeFunctionData({ abi: bondOfficeAbi, functionName: "bid", args });
    return [
      { at: at - 2, call: mint(world.euro, from, added) },
      { at: at - 1, call: approve(world.euro, from, world.coop.treasury, added) },
      { at, call: { from, to: world.coop.bonds, data } },
    ];
  });
}
