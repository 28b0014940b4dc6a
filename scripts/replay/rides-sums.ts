// The sums of all rides, and where the money is in the end.
import { memberSharesAbi, reserveAbi, treasuryAbi } from "../../books/abi.ts";
import type { Person, RideHouse } from "./ride-house.ts";
import type { Closed } from "./ride-periods.ts";
import { difference } from "./rides-expected.ts";
import { CENT, type Sums } from "./rides-file.ts";

/** Smallest units; tolls and surcharges are one sum in a job. */
export type Found = { fare: bigint; passThrough: bigint; tip: bigint; total: bigint };
export type Fees = { drivers: bigint; commons: bigint; operating: bigint; reserve: bigint };

const Fund = { operating: 1, capital: 2, commons: 3, community: 10 } as const;

export function compareSums(file: Sums, found: Found, fees: Fees): string[] {
  return compared("All rides", [
    ["fares", file.fare * CENT, found.fare],
    ["tolls and surcharges", (file.tolls + file.surcharges) * CENT, found.passThrough],
    ["tips", file.tip * CENT, found.tip],
    ["total", file.total * CENT, found.total],
    ["pay and fees", file.total * CENT, fees.drivers + fees.commons + fees.operating + fees.reserve],
  ]);
}

/** When every period is closed and every dividend claimed: what each purse and fund holds, and that it is everything. */
export async function compareMoney(
  house: RideHouse,
  { drivers, riders }: { drivers: readonly Person[]; riders: readonly Person[] },
  fees: Fees,
  periods: readonly Closed[],
  total: bigint,
): Promise<string[]> {
  const { coop, client, balanceOf } = house;
  const sum = (name: Exclude<keyof Closed, "period" | "at">) => periods.reduce((all, one) => all + one[name], 0n);
  const purses = async (people: readonly Person[]) =>
    (await Promise.all(people.map(({ address }) => balanceOf(address)))).reduce((all, one) => all + one, 0n);
  const fund = (number: number) => {
    const args = [number, house.euro] as const;
    return client.readContract({ address: coop.treasury, abi: treasuryAbi, functionName: "balanceOf", args });
  };
  const carried = periods.at(-1)?.carried ?? 0n;
  const inFunds = fees.commons + sum("community") + sum("shares");
  const held = await Promise.all([
    purses(drivers),
    purses(riders),
    ...[coop.market, coop.treasury, coop.reserve, coop.patronage, coop.surplus].map(balanceOf),
  ]);
  const [ofDrivers, ofRiders, market, treasury, reserve, patronage] = held;
  const units = client.readContract({ address: coop.shares, abi: memberSharesAbi, functionName: "totalSupply" });
  return compared("In the end", [
    ["with the market", 0n, market],
    ["the operating fund", 0n, await fund(Fund.operating)],
    ["the commons fund", fees.commons, await fund(Fund.commons)],
    ["the community fund", sum("community"), await fund(Fund.community)],
    ["share capital", sum("shares"), await fund(Fund.capital)],
    ["shares", sum("shares"), (await units) * 100n * CENT],
    ["with the Treasury", inFunds, treasury],
    ["with the reserve", fees.reserve + sum("reserve"), reserve],
    [
      "booked by the reserve",
      fees.reserve + sum("reserve"),
      await client.readContract({ address: coop.reserve, abi: reserveAbi, functionName: "booked" }),
    ],
    ["with the points", carried, patronage],
    ["with drivers and riders", fees.drivers + sum("money"), (ofDrivers ?? 0n) + (ofRiders ?? 0n)],
    ["everywhere", total, held.reduce((all, one) => all + one, 0n)],
  ]);
}

type Figure = readonly [what: string, expected: bigint, got: bigint | undefined];

function compared(where: string, figures: readonly Figure[]): string[] {
  return figures.flatMap(([what, expected, got]) =>
    expected === got ? [] : [difference(`${where}, ${what}`, expected, got ?? 0n)],
  );
}
