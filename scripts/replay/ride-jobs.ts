// One ride as a job: its transactions, and what the contracts told of it.
import { type Abi, type Address, encodeFunctionData, parseEventLogs, type TransactionReceipt, zeroHash } from "viem";
import { jobMarketAbi, patronageAbi } from "../../books/abi.ts";
import { COUNTERSIGNATURE, JobKind } from "../../books/job.ts";
import { DAY, NO_PERMIT } from "../deploy/charter.ts";
import { JobLog } from "../lib/job-log.ts";
import type { Person, RideHouse } from "./ride-house.ts";
import { CENT, type Ride } from "./rides-file.ts";
import type { Planned } from "./rides-plan.ts";

/** Smallest units. What the events say, and what left and reached the purses. */
export type Told = {
  fare: bigint;
  passThrough: bigint;
  tip: bigint;
  pay: bigint;
  refund: bigint;
  commons: bigint;
  operating: bigint;
  reserve: bigint;
  work: bigint;
  custom: bigint;
  /** Metres that count; none where nobody countersigned. */
  distance: number | undefined;
  fromRider: bigint;
  toDriver: bigint;
};

const TERMS = 1;
const CHAIN_ID = 31_337;
/** An offer of the file is accepted at once. */
const ACCEPT_WITHIN = 3_600;

export class RideJobs {
  transactions = 0;
  private readonly log: JobLog;
  private readonly ids = new Map<Ride, bigint>();
  private readonly told = new Map<Ride, Told>();
  private readonly seen = new Map<Address, bigint>();
  private readonly house: RideHouse;
  private readonly drivers: readonly Person[];
  private readonly riders: readonly Person[];

  constructor(house: RideHouse, drivers: readonly Person[], riders: readonly Person[]) {
    this.house = house;
    this.drivers = drivers;
    this.riders = riders;
    this.log = new JobLog(house.client as never, house.coop.market);
  }

  /** Offered and accepted at pickup. */
  async begin({ ride, ...who }: Planned): Promise<void> {
    const [driver, rider] = [this.driver(who), this.rider(who)];
    const now = this.house.now();
    const acceptBy = now + ACCEPT_WITHIN;
    const asked = {
      provider: driver.address,
      kind: JobKind.Ride,
      fare: ride.fare * CENT,
      passThrough: (ride.tolls + ride.surcharges) * CENT,
      tip: ride.tip * CENT,
      acceptBy,
      doBy: Math.max(acceptBy, ride.dropoff),
      details: zeroHash,
    };
    await this.change(rider.address);
    const receipt = await this.market(rider, "offer", [asked, NO_PERMIT]);
    const fromRider = -(await this.change(rider.address));
    const jobId = await this.log.follow(receipt);
    this.ids.set(ride, jobId);
    const { fare, passThrough, tip } = this.log.of(jobId);
    this.told.set(ride, { ...NOTHING, fare, passThrough, tip, fromRider });
    await this.log.follow(await this.market(driver, "accept", [jobId, this.log.of(jobId), TERMS]));
  }

  /** Done at dropoff, and countersigned where the rider does so. A signature says both at once. */
  async arrive({ ride, ending, ...who }: Planned): Promise<void> {
    const [driver, rider] = [this.driver(who), this.rider(who)];
    const jobId = this.idOf(ride);
    if (ending === "signs") {
      const until = this.house.now() + DAY;
      const signature = await rider.sign({
        domain: { name: "Rochdale market", version: "1", chainId: CHAIN_ID, verifyingContract: this.house.coop.market },
        types: COUNTERSIGNATURE,
        primaryType: "Countersignature",
        message: { job: jobId, provider: driver.address, distance: ride.metres, until },
      });
      const args = [jobId, this.log.of(jobId), ride.metres, until, signature];
      return this.end(ride, driver, () => this.market(driver, "confirmBySig", args));
    }
    await this.log.follow(await this.market(driver, "done", [jobId, this.log.of(jobId), ride.metres]));
    if (ending === "confirms") {
      await this.end(ride, driver, () => this.market(rider, "confirm", [jobId, this.log.of(jobId), ride.metres]));
    }
  }

  /** Paid after its window; the driver asks for it. */
  release({ ride, ...who }: Planned): Promise<void> {
    const driver = this.driver(who);
    const jobId = this.idOf(ride);
    return this.end(ride, driver, () => this.market(driver, "release", [jobId, this.log.of(jobId)]));
  }

  toldOf(ride: Ride): Told {
    const told = this.told.get(ride);
    if (!told) throw new Error(`The ride of line ${ride.line} was never offered.`);
    return told;
  }

  private async end(ride: Ride, driver: Person, how: () => Promise<TransactionReceipt>): Promise<void> {
    await this.change(driver.address);
    const { logs } = await how();
    const toDriver = await this.change(driver.address);
    const [ended] = parseEventLogs({ abi: jobMarketAbi, eventName: "JobEnded", logs });
    const [signed] = parseEventLogs({ abi: jobMarketAbi, eventName: "JobCountersigned", logs });
    const [points] = parseEventLogs({ abi: patronageAbi, eventName: "PointsEarned", logs });
    if (!ended) throw new Error("the job did not end");
    const { pay, refund, commons, operating, reserve } = ended.args;
    const { work, custom } = points?.args ?? { work: 0n, custom: 0n };
    const shares = { pay, refund, commons, operating, reserve, work, custom };
    this.told.set(ride, { ...this.toldOf(ride), ...shares, distance: signed?.args.distance, toDriver });
  }

  private market({ address }: Person, functionName: string, args: unknown[]): Promise<TransactionReceipt> {
    this.transactions += 1;
    const data = encodeFunctionData({ abi: jobMarketAbi as Abi, functionName, args });
    return this.house.send(address, this.house.coop.market, data);
  }

  /** By how much a purse has changed since it was last looked into. */
  private async change(account: Address): Promise<bigint> {
    const [before, after] = [this.seen.get(account) ?? 0n, await this.house.balanceOf(account)];
    this.seen.set(account, after);
    return after - before;
  }

  private idOf(ride: Ride): bigint {
    return this.ids.get(ride) ?? 0n;
  }

  private driver = ({ driver }: Pick<Planned, "driver">): Person => entry(this.drivers, driver);
  private rider = ({ rider }: Pick<Planned, "rider">): Person => entry(this.riders, rider);
}

const NOTHING: Told = {
  fare: 0n,
  passThrough: 0n,
  tip: 0n,
  pay: 0n,
  refund: 0n,
  commons: 0n,
  operating: 0n,
  reserve: 0n,
  work: 0n,
  custom: 0n,
  distance: undefined,
  fromRider: 0n,
  toDriver: 0n,
};

function entry<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`Nobody has the number ${index}.`);
  return found;
}
