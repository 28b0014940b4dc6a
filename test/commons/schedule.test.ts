// Schedules worked by hand: months, leap years, stubs, weekends, day counts, and plans that are refused.
import { expect } from "chai";
import { stringToHex } from "viem";
import { reverts } from "../helpers/reverts.ts";
import {
  BusinessDays,
  CycleUnit,
  DayCount,
  dateOf,
  dayNumber,
  midnight,
  type Plan,
  planOf,
  scheduleHarness,
} from "./plans.ts";

describe("CouponSchedule", () => {
  let harness: Awaited<ReturnType<typeof scheduleHarness>>;
  before(async () => {
    harness = await scheduleHarness();
  });

  const build = (from: string, to: string, changes: Partial<Plan> = {}) =>
    harness.read.build([planOf(from, to, changes)]);
  async function datesOf(...plan: Parameters<typeof build>): Promise<string[]> {
    const [dates] = await build(...plan);
    return dates.map(dateOf);
  }
  /** Days of interest, period by period. */
  async function periodsOf(...plan: Parameters<typeof build>): Promise<number[]> {
    const [, counts] = await build(...plan);
    return counts.slice(1).map((count, i) => count - (counts[i] ?? 0));
  }
  const refused = (plan: ReturnType<typeof build>, what: string) =>
    reverts(plan, "BondOfficeTermsOutOfBounds", [stringToHex(what, { size: 32 })]);

  describe("months", () => {
    it("that lack the day end on their last, and the day comes back [case 52]", async () => {
      expect(await datesOf("2023-01-31", "2023-05-31")).to.deep.equal([
        "2023-01-31",
        "2023-02-28",
        "2023-03-31",
        "2023-04-30",
        "2023-05-31",
      ]);
    });

    it("have a 29 February in leap years only [case 52]", async () => {
      const yearly = { every: 12 };
      const dates = ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"];
      expect(await datesOf("2024-02-29", "2029-02-28", yearly)).to.deep.equal(dates);
    });

    it("of full centuries have one every fourth only [case 52]", async () => {
      const yearly = { every: 48 };
      expect(await datesOf("1996-02-29", "2004-02-29", yearly)).to.deep.equal([
        "1996-02-29",
        "2000-02-29",
        "2004-02-29",
      ]);
      expect(await datesOf("2096-02-29", "2104-02-29", yearly)).to.deep.equal([
        "2096-02-29",
        "2100-02-28",
        "2104-02-29",
      ]);
    });

    it("stay on last days from a last day, if the plan says so [case 52]", async () => {
      const ends = ["2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31"];
      const same = ["2023-02-28", "2023-03-28", "2023-04-28", "2023-05-28", "2023-05-31"];
      expect(await datesOf("2023-02-28", "2023-05-31", { endOfMonth: true })).to.deep.equal(ends);
      expect(await datesOf("2023-02-28", "2023-05-31")).to.deep.equal(same);
    });

    it("do not from any other day, nor do cycles of days [case 52]", async () => {
      const notLast = await datesOf("2024-02-28", "2024-04-28", { endOfMonth: true });
      expect(notLast).to.deep.equal(["2024-02-28", "2024-03-28", "2024-04-28"]);
      const days = { endOfMonth: true, unit: CycleUnit.Days, every: 30 };
      expect(await datesOf("2023-01-31", "2023-04-01", days)).to.deep.equal(["2023-01-31", "2023-03-02", "2023-04-01"]);
    });

    it("go on into other years, in steps of more than one", async () => {
      const dates = ["2023-11-30", "2024-04-30", "2024-09-30", "2025-02-28"];
      expect(await datesOf("2023-11-30", "2025-02-28", { every: 5 })).to.deep.equal(dates);
    });
  });

  describe("stubs", () => {
    it("are a period of their own, or joined to the last regular one", async () => {
      const short = ["2023-01-15", "2023-02-15", "2023-03-15", "2023-03-20"];
      expect(await datesOf("2023-01-15", "2023-03-20")).to.deep.equal(short);
      const long = ["2023-01-15", "2023-02-15", "2023-03-20"];
      expect(await datesOf("2023-01-15", "2023-03-20", { longStub: true })).to.deep.equal(long);
    });

    it("are none when maturity is regular, whatever the plan says", async () => {
      const dates = ["2023-01-31", "2023-02-28", "2023-03-31"];
      expect(await datesOf("2023-01-31", "2023-03-31", { longStub: true })).to.deep.equal(dates);
    });

    it("never take the anchor", async () => {
      const within = { longStub: true, every: 6 };
      expect(await datesOf("2023-01-15", "2023-03-20", within)).to.deep.equal(["2023-01-15", "2023-03-20"]);
      const early = { ...within, anchor: midnight("2023-02-01") };
      expect(await datesOf("2023-01-15", "2023-03-20", early)).to.deep.equal([
        "2023-01-15",
        "2023-02-01",
        "2023-03-20",
      ]);
    });

    it("are seen on the day before and the day after a regular date", async () => {
      const ends = ["2023-01-31", "2023-02-28", "2023-03-30"];
      expect(await datesOf("2023-01-31", "2023-03-30")).to.deep.equal(ends);
      expect(await datesOf("2023-01-31", "2023-03-01")).to.deep.equal(["2023-01-31", "2023-02-28", "2023-03-01"]);
      const days = { unit: CycleUnit.Days, every: 10 };
      expect(await datesOf("2023-01-01", "2023-01-20", days)).to.deep.equal(["2023-01-01", "2023-01-11", "2023-01-20"]);
      expect(await datesOf("2023-01-01", "2023-01-21", days)).to.deep.equal(["2023-01-01", "2023-01-11", "2023-01-21"]);
    });
  });

  it("a first period of its own comes before the anchor", async () => {
    const anchor = midnight("2023-03-31");
    const plan = ["2023-02-10", "2023-05-31", { anchor, endOfMonth: true }] as const;
    expect(await datesOf(...plan)).to.deep.equal(["2023-02-10", "2023-03-31", "2023-04-30", "2023-05-31"]);
    expect(await periodsOf(...plan)).to.deep.equal([49, 30, 31]);
  });

  describe("weekends", () => {
    // 30 June 2024 and 1 December 2024 are Sundays, 31 August 2024 is a Saturday.
    const moved: [how: keyof typeof BusinessDays, june: string, august: string, december: string][] = [
      ["Same", "2024-06-30", "2024-08-31", "2024-12-01"],
      ["ShiftFollowing", "2024-07-01", "2024-09-02", "2024-12-02"],
      ["ShiftModifiedFollowing", "2024-06-28", "2024-08-30", "2024-12-02"],
      ["ShiftPreceding", "2024-06-28", "2024-08-30", "2024-11-29"],
      ["ShiftModifiedPreceding", "2024-06-28", "2024-08-30", "2024-12-02"],
      ["CalculateFollowing", "2024-07-01", "2024-09-02", "2024-12-02"],
      ["CalculateModifiedFollowing", "2024-06-28", "2024-08-30", "2024-12-02"],
      ["CalculatePreceding", "2024-06-28", "2024-08-30", "2024-11-29"],
      ["CalculateModifiedPreceding", "2024-06-28", "2024-08-30", "2024-12-02"],
    ];
    for (const [how, june, august, december] of moved) {
      it(`are left by ${how}, at the issue and at maturity too`, async () => {
        const businessDays = BusinessDays[how];
        const twoMonths = { every: 2, endOfMonth: true, businessDays };
        const plan = await datesOf("2024-06-30", "2024-12-01", twoMonths);
        expect(plan).to.deep.equal([june, august, "2024-10-31", december]);
        const later = await datesOf("2024-12-01", "2025-06-01", { every: 6, businessDays });
        expect(later[0]).to.equal(december);
      });
    }

    it("count in the interest when shifted first, and not when calculated first [case 52]", async () => {
      const terms = { every: 2, endOfMonth: true };
      const shift = { ...terms, businessDays: BusinessDays.ShiftFollowing };
      const calculate = { ...terms, businessDays: BusinessDays.CalculateFollowing };
      // 1 July, 2 September, 31 October, 2 December; or 30 June, 31 August, 31 October, 1 December.
      expect(await periodsOf("2024-06-30", "2024-12-01", shift)).to.deep.equal([63, 59, 32]);
      expect(await periodsOf("2024-06-30", "2024-12-01", calculate)).to.deep.equal([62, 61, 31]);
    });

    it("are Saturday and Sunday alone", async () => {
      const week = { unit: CycleUnit.Days, every: 1, businessDays: BusinessDays.ShiftFollowing };
      // Monday to Friday.
      const days = ["2024-07-01", "2024-07-02", "2024-07-03", "2024-07-04", "2024-07-05"];
      expect(await datesOf("2024-07-01", "2024-07-05", week)).to.deep.equal(days);
    });
  });

  describe("day counts", () => {
    it("are actual days, a leap year's too, by A365 and A360 [case 52]", async () => {
      for (const dayCount of [DayCount.A365, DayCount.A360]) {
        const days = await periodsOf("2024-01-31", "2024-04-30", { endOfMonth: true, dayCount });
        expect(days).to.deep.equal([29, 31, 30]);
      }
    });

    it("are thirty a month by 30E/360, but for February's end [case 52]", async () => {
      const thirties = { endOfMonth: true, dayCount: DayCount.E30360 };
      expect(await periodsOf("2024-01-31", "2024-05-31", thirties)).to.deep.equal([29, 31, 30, 30]);
      expect(await periodsOf("2023-01-31", "2023-03-31", thirties)).to.deep.equal([28, 32]);
      expect(await periodsOf("2023-01-15", "2024-01-15", { ...thirties, every: 12 })).to.deep.equal([360]);
    });

    const pairs: [from: string, to: string, thirties: number][] = [
      ["2024-01-30", "2024-01-31", 0],
      ["2024-01-31", "2024-02-01", 1],
      ["2024-02-28", "2024-03-01", 3],
      ["2024-02-29", "2024-03-31", 31],
      ["2023-12-31", "2024-12-31", 360],
    ];
    for (const [from, to, thirties] of pairs) {
      it(`have ${thirties} days by 30E/360 from ${from} to ${to} [case 52]`, async () => {
        const ends = [dayNumber(from), dayNumber(to)] as const;
        expect(await harness.read.daysBetween([DayCount.E30360, ...ends])).to.equal(BigInt(thirties));
        expect(await harness.read.daysBetween([DayCount.A365, ...ends])).to.equal(ends[1] - ends[0]);
      });
    }

    it("add up: two periods have the days of both together [case 52]", async () => {
      for (const dayCount of Object.values(DayCount)) {
        const [, counts] = await build("2023-12-31", "2025-02-28", { endOfMonth: true, dayCount });
        const whole = await harness.read.daysBetween([dayCount, dayNumber("2023-12-31"), dayNumber("2025-02-28")]);
        expect(counts.at(-1)).to.equal(Number(whole));
      }
    });
  });

  describe("refuses", () => {
    it("no time between the anchor and maturity, or less [case 54]", async () => {
      await refused(build("2024-01-01", "2024-01-01"), "maturity");
      await refused(build("2024-01-02", "2024-01-01"), "maturity");
      await refused(build("2024-01-01", "2024-02-01", { anchor: midnight("2024-02-01") }), "maturity");
    });

    it("an anchor before the issue date", async () => {
      await refused(build("2024-01-02", "2024-02-01", { anchor: midnight("2024-01-01") }), "anchor");
    });

    it("a period of no length [case 54]", async () => {
      await refused(build("2024-01-01", "2024-02-01", { every: 0 }), "every");
      await refused(build("2024-01-01", "2024-02-01", { every: 0, unit: CycleUnit.Days }), "every");
    });

    it("a time of day", async () => {
      await refused(build("2024-01-01", "2024-02-01", { issueDate: midnight("2024-01-01") - 1 }), "issue date");
      await refused(build("2024-01-01", "2024-02-01", { anchor: midnight("2024-01-01") + 1 }), "anchor");
      await refused(build("2024-01-01", "2024-02-01", { maturity: midnight("2024-02-01") - 1 }), "maturity");
    });

    it("a year after 9999, and nothing before [case 54]", async () => {
      const centuries = { every: 1_200 };
      expect((await datesOf("2000-01-31", "9999-12-31", centuries)).at(-1)).to.equal("9999-12-31");
      await refused(build("2000-01-31", "9999-12-31", { ...centuries, maturity: 253_402_300_800 }), "maturity");
    });

    it("more than 255 dates [case 54]", async () => {
      const daily = { unit: CycleUnit.Days };
      const dates = await datesOf("2023-01-01", "2023-09-12", daily);
      expect([dates.length, dates.at(-1)]).to.deep.equal([255, "2023-09-12"]);
      await refused(build("2023-01-01", "2023-09-13", daily), "dates");
    });

    it("two dates that fall together once they are moved", async () => {
      const daily = { unit: CycleUnit.Days, businessDays: BusinessDays.ShiftFollowing };
      await refused(build("2024-07-05", "2024-07-08", daily), "distinct dates");
      const weekend = { every: 1, businessDays: BusinessDays.CalculatePreceding };
      await refused(build("2024-07-06", "2024-07-07", weekend), "distinct dates");
    });
  });

  it("begins with the first day of 1970", async () => {
    const [dates, counts] = await build("1970-01-01", "1970-03-01");
    expect([dates.map(dateOf), counts]).to.deep.equal([
      ["1970-01-01", "1970-02-01", "1970-03-01"],
      [0, 31, 59],
    ]);
  });
});
