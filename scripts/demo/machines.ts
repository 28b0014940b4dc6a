// The machines of the story, one for each way in which one can stand, with the bonds that buy them. Every time is in days
// before now. Machines are numbered from 1 in the order in which the members approved them.
import { DAY } from "../deploy/charter.ts";
import { EURO } from "./charter.ts";
import { memberId, Outsider } from "./people.ts";
import { account, daysAgo, hashOf, type World } from "./world.ts";

/** At the end of bidding, a midnight, interest begins. */
type Bonds = {
  closesDaysAgo: number;
  /** From there to the first coupon, and from each to the next. */
  every: number;
  unit: "days" | "months";
  /** After how many coupons the principal is due. */
  coupons: number;
  /** Basis points a year, between which one bids. */
  rates: readonly [lowest: number, highest: number];
  minimum: number;
  bids: readonly Bid[];
};
/** Account, euros offered in all, lowest rate in basis points, when. A second bid of one account improves its first. */
type Bid = readonly [who: number, euros: number, rate: number, daysAgo: number];

export type Machine = {
  key: string;
  /** The hash of these words is the specification. What stands before the first comma is the name. */
  words: string;
  seller: keyof typeof Outsider;
  price: number;
  contribution: number;
  lessee: number;
  rent: number;
  rentDays: number;
  periods: number;
  graceDays: number;
  lifeYears: number;
  residual: number;
  bonds?: Bonds;
  boughtDaysAgo?: number;
  /** When the lessee paid how much. */
  rents: readonly (readonly [daysAgo: number, euros: number])[];
};

const UPKEEP_SHARE = 1_000;

export const machines: readonly Machine[] = [
  {
    key: "charging-point",
    words: "Charging point at the ferry, two sockets for e-bikes and one for cars, built and connected",
    seller: "electrician",
    price: 3_400,
    contribution: 2_600,
    lessee: 7,
    rent: 250,
    rentDays: 14,
    periods: 130,
    graceDays: 30,
    lifeYears: 12,
    residual: 400,
    bonds: {
      closesDaysAgo: 84,
      every: 14,
      unit: "days",
      coupons: 4,
      rates: [200, 600],
      minimum: 50,
      bids: [
        [4, 300, 300, 86.4],
        [8, 400, 400, 86.1],
        [6, 300, 400, 85.6],
        [3, 200, 575, 85.2],
      ],
    },
    boughtDaysAgo: 83.4,
    rents: [
      [72, 250],
      [58, 250],
      [44, 250],
      [30, 250],
      [20, 250],
      [6, 250],
    ],
  },
  {
    key: "wheelchair-van",
    words: "Wheelchair van, three years old, with a rear ramp and room for two chairs",
    seller: "garage",
    price: 38_000,
    contribution: 0,
    lessee: 4,
    rent: 1_150,
    rentDays: 30,
    periods: 48,
    graceDays: 21,
    lifeYears: 8,
    residual: 6_000,
    bonds: {
      closesDaysAgo: 84,
      every: 1,
      unit: "months",
      coupons: 48,
      rates: [200, 500],
      minimum: 500,
      bids: [
        [0, 3_000, 250, 86.6],
        [8, 9_000, 200, 86.5],
        [5, 6_000, 300, 86.3],
        [9, 5_000, 300, 86.2],
        [2, 8_000, 350, 86],
        [12, 4_000, 325, 85.8],
        [6, 9_000, 350, 85.5],
        [4, 2_000, 500, 85.4],
      ],
    },
    boughtDaysAgo: 83,
    rents: [
      [57, 1_150],
      [27, 1_150],
    ],
  },
  {
    key: "cargo-bikes",
    words: "Two cargo e-bikes, each with a box for eighty kilograms and a second battery",
    seller: "garage",
    price: 5_200,
    contribution: 1_200,
    lessee: 13,
    rent: 210,
    rentDays: 14,
    periods: 52,
    graceDays: 14,
    lifeYears: 6,
    residual: 700,
    bonds: {
      closesDaysAgo: 50,
      every: 1,
      unit: "months",
      coupons: 24,
      rates: [200, 600],
      minimum: 100,
      bids: [
        [1, 600, 300, 53.2],
        [10, 1_500, 250, 52.8],
        [17, 1_000, 400, 52.4],
        [8, 2_000, 400, 51.6],
      ],
    },
    boughtDaysAgo: 49.4,
    rents: [[37, 210]],
  },
  {
    key: "cargo-trailer",
    words: "Cargo trailer, for wheelchairs that do not fold, one axle",
    seller: "garage",
    price: 1_800,
    contribution: 1_800,
    lessee: 20,
    rent: 35,
    rentDays: 7,
    periods: 104,
    graceDays: 14,
    lifeYears: 10,
    residual: 200,
    boughtDaysAgo: 53,
    rents: [
      [47, 70],
      [33, 70],
      [19, 70],
    ],
  },
  {
    key: "electric-minibus",
    words: "Electric minibus, eight seats, for the night line to the hospital",
    seller: "garage",
    price: 44_000,
    contribution: 2_000,
    lessee: 16,
    rent: 1_300,
    rentDays: 30,
    periods: 48,
    graceDays: 21,
    lifeYears: 10,
    residual: 5_000,
    bonds: {
      closesDaysAgo: -6,
      every: 3,
      unit: "months",
      coupons: 16,
      rates: [200, 500],
      minimum: 100,
      bids: [
        [8, 12_000, 350, 4.2],
        [1, 400, 450, 3.6],
        [12, 5_000, 300, 3.1],
        [9, 4_000, 400, 2.5],
        [12, 6_000, 275, 1.2],
        [17, 2_500, 250, 0.6],
      ],
    },
    rents: [],
  },
];

export const machineOf = (key: string): Machine => {
  const found = machines.find((one) => one.key === key);
  if (!found) throw new Error(`The story has no machine ${key}.`);
  return found;
};

/** The number of machine and series. */
export const numberOf = (key: string): bigint => BigInt(machines.indexOf(machineOf(key)) + 1);

const euros = (amount: number): bigint => BigInt(amount) * EURO;
const years = (count: number): number => count * 365 * DAY;

/** What the members approve: `MachineTerms` and `SeriesTerms`. */
export function termsOf(world: World, machine: Machine) {
  const terms = {
    specification: hashOf(machine.words),
    seller: account(world, Outsider[machine.seller]),
    price: euros(machine.price),
    contribution: euros(machine.contribution),
    rent: euros(machine.rent),
    rentPeriod: machine.rentDays * DAY,
    periods: machine.periods,
    upkeepShare: UPKEEP_SHARE,
    grace: machine.graceDays * DAY,
    lessee: memberId(machine.lessee),
    usefulLife: years(machine.lifeYears),
    residual: euros(machine.residual),
  };
  return [terms, machine.bonds ? seriesTermsOf(world, machine.bonds) : NO_SERIES] as const;
}

function seriesTermsOf(world: World, { closesDaysAgo, every, unit, coupons, rates, minimum }: Bonds) {
  const issueDate = midnight(world, closesDaysAgo);
  const after = (periods: number) =>
    unit === "days" ? issueDate + periods * every * DAY : inMonths(issueDate, periods * every);
  return {
    plan: {
      issueDate,
      anchor: issueDate,
      maturity: after(coupons),
      every,
      unit: unit === "days" ? 0 : 1,
      longStub: false,
      endOfMonth: false,
      businessDays: 0,
      dayCount: 0,
    },
    closesAt: issueDate,
    lowestRate: rates[0],
    highestRate: rates[1],
    minimumBid: euros(minimum),
  };
}

/** Ignored where the commons fund pays all. */
const NO_SERIES = {
  plan: {
    issueDate: 0,
    anchor: 0,
    maturity: 0,
    every: 0,
    unit: 0,
    longStub: false,
    endOfMonth: false,
    businessDays: 0,
    dayCount: 0,
  },
  closesAt: 0,
  lowestRate: 0,
  highestRate: 0,
  minimumBid: 0n,
};

/** The midnight UTC before that moment. */
export const midnight = (world: World, days: number): number => Math.floor(daysAgo(world, days) / DAY) * DAY;

/** The same day so many months later, or the last of a shorter month. */
function inMonths(date: number, months: number): number {
  const day = new Date(date * 1_000);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(day.getUTCDate(), last)) / 1_000;
}
