// The periods of the rides: each is closed when its time has passed, its surplus declared and divided, and every dividend claimed.
import { type Abi, type Address, encodeFunctionData } from "viem";
import { memberSharesAbi, patronageAbi, surplusAbi, treasuryAbi } from "../../books/abi.ts";
import { defaultSurplus } from "../deploy/charter.ts";
import { PAR, PERIOD, type RideHouse } from "./ride-house.ts";
import { difference } from "./rides-expected.ts";

export type Member = { id: number; account: Address; inShares: boolean };
/** Smallest units; `shares` and `money` are the dividends as they were taken. */
export type Closed = {
  period: number;
  at: number;
  points: bigint;
  surplus: bigint;
  reserve: bigint;
  community: bigint;
  dividends: bigint;
  shares: bigint;
  money: bigint;
  carried: bigint;
};

const OPERATING_FUND = 1;
const ONE = 10_000n;

export class RidePeriods {
  readonly closed: Closed[] = [];
  readonly differences: string[] = [];
  private readonly house: RideHouse;
  private readonly members: readonly Member[];
  private points = new Map<number, bigint>();
  private operating = 0n;
  private closesAt = 0n;

  constructor(house: RideHouse, members: readonly Member[]) {
    this.house = house;
    this.members = members;
  }

  /** What a job brings to the running period, by the file. */
  earn(operating: bigint, of: readonly (readonly [id: number, points: bigint])[]): void {
    this.operating += operating;
    for (const [id, points] of of) this.points.set(id, (this.points.get(id) ?? 0n) + points);
  }

  /** When the running period can be closed. */
  async end(): Promise<number> {
    this.closesAt ||= await this.surplus<bigint>("closesAt");
    return Number(this.closesAt);
  }

  async close(): Promise<void> {
    const { house } = this;
    const period = this.closed.length + 1;
    await house.send(house.coop.assembly, house.coop.surplus, this.data(surplusAbi, "close", []));
    this.closesAt = BigInt(house.now() + PERIOD);
    const all = [...this.points.values()].reduce((sum, points) => sum + points, 0n);
    this.compare("points", all, await this.patronage<bigint>("pointsIn", [period]));
    const fund = [OPERATING_FUND, house.euro];
    const operating = await this.read<bigint>(house.coop.treasury, treasuryAbi, "balanceOf", fund);
    // There were no costs: all of it is surplus.
    this.compare("surplus", this.operating, operating);

    const reserve = shareUp(operating, defaultSurplus.reserveShare);
    const community = shareUp(operating, defaultSurplus.communityShare);
    const left = operating - reserve - community;
    const dividends = left < all ? left : all;
    const before = this.closed.at(-1)?.carried ?? 0n;
    const brought = before < all - dividends ? before : all - dividends;
    // None is declared of nothing.
    if (operating > 0n) {
      const declare = this.data(surplusAbi, "declare", [period, operating, 0]);
      await house.send(house.coop.assembly, house.coop.surplus, declare);
      const record = await this.surplus<Record<string, bigint>>("recordOf", [period]);
      this.compare("reserve", reserve + left - dividends, record.reserve ?? 0n);
      this.compare("community", community, record.community ?? 0n);
      this.compare("dividends", dividends, record.dividends ?? 0n);
      this.compare("carried from before", brought, record.carried ?? 0n);
    }
    const taken = await this.claimAll(period, dividends + brought, all);
    const carried = before + dividends - taken.shares - taken.money;
    const [moneyLeft, pointsLeft] = await this.patronage<[bigint, bigint]>("leftOf", [period]);
    this.compare("left unclaimed", 0n, moneyLeft);
    this.compare("points left unclaimed", 0n, pointsLeft);
    this.compare("carried on", carried, await this.patronage<bigint>("carried"));
    this.compare("money with the points", carried, await house.balanceOf(house.coop.patronage));
    const divided = { reserve: reserve + left - dividends, community, dividends };
    this.closed.push({ period, at: house.now(), points: all, surplus: operating, ...divided, ...taken, carried });
    this.points = new Map();
    this.operating = 0n;
  }

  /** Drivers take whole shares as far as they fit, riders money. */
  private async claimAll(period: number, pot: bigint, all: bigint) {
    const { house } = this;
    let [shares, money] = [0n, 0n];
    for (const { id, account, inShares } of this.members) {
      const own = this.points.get(id) ?? 0n;
      if (own === 0n) continue;
      const due = (own * pot) / all;
      const units = inShares ? due / PAR : 0n;
      const [hadMoney, hadUnits] = await this.holdings(id, account);
      try {
        await house.send(account, house.coop.patronage, this.data(patronageAbi, "claim", [id, [period], inShares]));
      } catch (error) {
        this.differences.push(`Period ${period}, member ${id} was refused: ${(error as Error).message.split("\n")[0]}`);
      }
      const [hasMoney, hasUnits] = await this.holdings(id, account);
      this.compare(`dividend of member ${id} in money`, due - units * PAR, hasMoney - hadMoney);
      this.compare(`dividend of member ${id} in shares`, units * PAR, (hasUnits - hadUnits) * PAR);
      shares += units * PAR;
      money += due - units * PAR;
    }
    return { shares, money };
  }

  private holdings(id: number, account: Address): Promise<[bigint, bigint]> {
    const { house } = this;
    return Promise.all([
      house.balanceOf(account),
      this.read<bigint>(house.coop.shares, memberSharesAbi, "unitsOf", [id]),
    ]);
  }

  private compare(what: string, expected: bigint, got: bigint): void {
    if (expected === got) return;
    this.differences.push(difference(`Period ${this.closed.length + 1}, ${what}`, expected, got));
  }

  private surplus = <T>(name: string, args: unknown[] = []) =>
    this.read<T>(this.house.coop.surplus, surplusAbi, name, args);
  private patronage = <T>(name: string, args: unknown[] = []) =>
    this.read<T>(this.house.coop.patronage, patronageAbi, name, args);

  private read<T>(address: Address, abi: readonly unknown[], functionName: string, args: unknown[]): Promise<T> {
    return this.house.client.readContract({ address, abi: abi as Abi, functionName, args }) as Promise<T>;
  }

  private data = (abi: readonly unknown[], functionName: string, args: unknown[]) =>
    encodeFunctionData({ abi: abi as Abi, functionName, args });
}

const shareUp = (amount: bigint, share: number): bigint => (amount * BigInt(share) + ONE - 1n) / ONE;
