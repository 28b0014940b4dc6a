// The contract's calendar against JavaScript's: the days around each kind of February, days of all centuries, and schedules of
// random plans made by the books in the plainest way, date by date.
import { expect } from "chai";
import { scheduleOf } from "../../books/schedule.ts";
import { dice } from "../books/sample.ts";
import { CycleUnit, dateOf, midnight, type Plan, scheduleHarness } from "./plans.ts";

/** More of them on request: CASES=100000. */
const CASES = Number(process.env.CASES ?? 250);
const CASES_A_CALL = 50;
const SEED = 1844;
const DAY = 86_400;

/** Midnight of a date; months and days beyond their ends run over, as JavaScript has it. */
const utc = (year: number, month: number, day: number): number => Date.UTC(year, month, day) / 1_000;
const parts = (seconds: number) => {
  const date = new Date(seconds * 1_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate(), weekday: date.getUTCDay() };
};
const lastOf = (year: number, month: number): number => parts(utc(year, month + 1, 0)).day;

/** Dates and day counts by the twin in the books, or nothing where the plan is to be refused. */
function plainly(plan: Plan): [dates: number[], dayCounts: number[]] {
  const { dates, dayCounts } = scheduleOf(plan) ?? { dates: [], dayCounts: [] };
  return [dates, dayCounts];
}

describe("CouponSchedule and a plain calendar", function () {
  this.timeout(60_000 + CASES * 60);

  it("agree on every day of eight years with every kind of February, and on days to 9999 [case 52]", async () => {
    const harness = await scheduleHarness();
    const years = ["1970", "1999", "2000", "2023", "2024", "2099", "2100", "9996"];
    const days = years.flatMap((year) => Array.from({ length: 366 }, (_, i) => midnight(`${year}-01-01`) / DAY + i));
    for (let far = 366; far < 2_932_897; far += 1_997) days.push(far);
    for (let done = 0; done < days.length; done += 1_000) {
      const page = days.slice(done, done + 1_000);
      const expected = page.map((day) => BigInt(dateOf(day * DAY).replaceAll("-", "")));
      expect(await harness.read.datesOf([page.map(BigInt)])).to.deep.equal(expected);
      expect(await harness.read.daysOf([expected])).to.deep.equal(page.map(BigInt));
    }
  });

  it(`agree on ${CASES} random plans [case 52]`, async () => {
    const harness = await scheduleHarness();
    const roll = dice(SEED);
    const randomDate = () => {
      const [year, month] = [1995 + roll(110), roll(12)];
      return utc(year, month, roll(3) === 0 ? lastOf(year, month) : 1 + roll(28));
    };
    let built = 0;
    for (let done = 0; done < CASES; done += CASES_A_CALL) {
      const plans = Array.from({ length: CASES_A_CALL }, (): Plan => {
        const issueDate = randomDate();
        const anchor = roll(2) === 0 ? issueDate : issueDate + roll(90) * DAY;
        return {
          issueDate,
          anchor,
          maturity: anchor + (1 + roll(roll(4) === 0 ? 9_000 : 900)) * DAY,
          every: 1 + roll(roll(3) === 0 ? 40 : 6),
          unit: roll(4) === 0 ? CycleUnit.Days : CycleUnit.Months,
          longStub: roll(2) === 0,
          endOfMonth: roll(2) === 0,
          businessDays: roll(9),
          dayCount: roll(3),
        };
      });
      const [dates, dayCounts] = await harness.read.buildAll([plans]);
      for (const [i, plan] of plans.entries()) {
        const got = [dates[i], dayCounts[i]];
        expect(got, `case ${done + i} of seed ${SEED}: ${JSON.stringify(plan)}`).to.deep.equal(plainly(plan));
        if (dates[i]?.length !== 0) built += 1;
      }
    }
    expect(built)
      .to.be.greaterThan(CASES / 2)
      .and.lessThan(CASES);
  });
});
