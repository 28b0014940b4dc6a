// The dates of a bond series and the days of interest up to each, from its plan: made date by date, while
// contracts/libraries/CouponSchedule.sol counts them from the anchor without loops. What the words mean is explained there.
import type { CouponPlan } from "./model/commons.ts";

const DAY = 86_400;
const DAYS = 0;
/** The first `BusinessDays` that counts interest to the unmoved date, and the first `DayCount` of months of thirty days. */
const CALCULATE = 5;
const THIRTIES = 2;
/** No schedule has more dates: a plan that would is refused. */
const MOST_DATES = 255;

export type Schedule = { dates: number[]; dayCounts: number[] };

/** Nothing where the plan has too many dates, or two that fall together once moved. */
export function scheduleOf(plan: CouponPlan): Schedule | undefined {
  const regular: number[] = [];
  let next = plan.anchor;
  while (next < plan.maturity) {
    regular.push(next);
    if (regular.length > MOST_DATES + 1) return undefined;
    next = cyclical(plan, regular.length);
  }
  // What is left before maturity joins the last regular period.
  if (plan.longStub && next !== plan.maturity && regular.length > 1) regular.pop();
  const unmoved = [...new Set([plan.issueDate, ...regular, plan.maturity])];
  const dates = unmoved.map((date) => moved(plan.businessDays, date));
  if (dates.length > MOST_DATES || new Set(dates).size < dates.length) return undefined;
  const counted = plan.businessDays >= CALCULATE ? unmoved : dates;
  let days = 0;
  const dayCounts = counted.map((date, i) => {
    days += daysBetween(plan.dayCount, counted[i - 1] ?? date, date);
    return days;
  });
  return { dates, dayCounts };
}

/** Midnight of a date; months and days beyond their ends run over, as JavaScript has it. */
const utc = (year: number, month: number, day: number): number => Date.UTC(year, month, day) / 1_000;

function partsOf(seconds: number) {
  const date = new Date(seconds * 1_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate(), weekday: date.getUTCDay() };
}

const lastOf = (year: number, month: number): number => partsOf(utc(year, month + 1, 0)).day;
const isWeekend = (seconds: number): boolean => [0, 6].includes(partsOf(seconds).weekday);

/** The date `count` periods after the anchor. */
function cyclical({ anchor, every, unit, endOfMonth }: CouponPlan, count: number): number {
  if (unit === DAYS) return anchor + count * every * DAY;
  const { year, month, day } = partsOf(anchor);
  const last = lastOf(year, month + count * every);
  const toLast = endOfMonth && day === lastOf(year, month);
  return utc(year, month + count * every, toLast ? last : Math.min(day, last));
}

/** By number of `BusinessDays`: none, then four ways twice: following, modified following, preceding, modified preceding. */
function moved(how: number, date: number): number {
  if (how === 0) return date;
  const way = (how - 1) % 4;
  const step = way < 2 ? DAY : -DAY;
  const walk = (by: number): number => {
    let at = date;
    while (isWeekend(at)) at += by;
    return at;
  };
  const first = walk(step);
  const isModified = way % 2 === 1;
  return isModified && partsOf(first).month !== partsOf(date).month ? walk(-step) : first;
}

function daysBetween(dayCount: number, from: number, to: number): number {
  if (dayCount !== THIRTIES) return (to - from) / DAY;
  const [a, b] = [partsOf(from), partsOf(to)];
  const thirtieth = (day: number) => (day === 31 ? 30 : day);
  return 360 * (b.year - a.year) + 30 * (b.month - a.month) + thirtieth(b.day) - thirtieth(a.day);
}
