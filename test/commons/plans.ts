// What the tests of schedules share: plans in words, and the library behind its harness.
import hre from "hardhat";

export const DayCount = { A365: 0, A360: 1, E30360: 2 } as const;
export const CycleUnit = { Days: 0, Months: 1 } as const;
export const BusinessDays = {
  Same: 0,
  ShiftFollowing: 1,
  ShiftModifiedFollowing: 2,
  ShiftPreceding: 3,
  ShiftModifiedPreceding: 4,
  CalculateFollowing: 5,
  CalculateModifiedFollowing: 6,
  CalculatePreceding: 7,
  CalculateModifiedPreceding: 8,
} as const;

export type Plan = {
  issueDate: number;
  anchor: number;
  maturity: number;
  every: number;
  unit: number;
  longStub: boolean;
  endOfMonth: boolean;
  businessDays: number;
  dayCount: number;
};

const DAY = 86_400;

/** Unix seconds of midnight UTC. */
export const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1_000;
export const dateOf = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(0, 10);
export const dayNumber = (date: string): bigint => BigInt(midnight(date) / DAY);

/** Monthly from `from` to `to`, short stubs, no weekends moved, actual days of 365. */
export function planOf(from: string, to: string, changes: Partial<Plan> = {}): Plan {
  return {
    issueDate: midnight(from),
    anchor: midnight(from),
    maturity: midnight(to),
    every: 1,
    unit: CycleUnit.Months,
    longStub: false,
    endOfMonth: false,
    businessDays: BusinessDays.Same,
    dayCount: DayCount.A365,
    ...changes,
  };
}

/** The harness on a chain of its own. */
export async function scheduleHarness() {
  const { viem } = await hre.network.create();
  const library = await viem.deployContract("CouponSchedule");
  return viem.deployContract("ScheduleHarness", [], { libraries: { CouponSchedule: library.address } });
}
