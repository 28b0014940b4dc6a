// The indivisible reserve, who inherits it, and what auditors certified (A1, A2, A8).
import { ROLE } from "../../../books/apply/founding.ts";
import { bodyAt } from "../../../books/apply/reserve.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { type Subject, timeOf } from "../subject.ts";

const NOBODY = `0x${"0".repeat(40)}`;
const NOTHING = `0x${"0".repeat(64)}`;
const DAY = 86_400;
/** No report is about a year before this one. */
const FIRST_YEAR = 2000;

/** What the events add up to, what the reserve's book says, and what it really holds. */
export async function checkReserve({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("the reserve and what it holds");
  const { reserve } = house.at;
  const [booked, held] = await Promise.all([
    chain.ask("reserve", reserve, "booked"),
    chain.ask("token", house.token, "balanceOf", reserve),
  ]);
  comparison.same("booked in the reserve", coop.reserve.booked, booked?.[0]);
  const short = BigInt(held?.[0] ?? 0) < coop.reserve.booked;
  comparison.same("held by the reserve", short ? coop.reserve.booked : held?.[0], held?.[0]);
  return comparison.check;
}

/** The body in effect, and the one that is named to follow. */
export async function checkBody({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("who inherits");
  const now = await timeOf(chain, house);
  const stored = await chain.ask("reserve", house.at.reserve, "body");
  const { body, next } = bodyAt(coop.reserve, now);
  comparison.same("body", body?.account ?? NOBODY, stored?.[0]);
  comparison.same("body has accepted", body?.accepted ?? false, stored?.[1]);
  comparison.same("body to follow", next?.account ?? NOBODY, stored?.[2]);
  comparison.same("follows at", next?.effectiveAt ?? 0, stored?.[3]);
  comparison.same("body to follow has accepted", next?.accepted ?? false, stored?.[4]);
  return comparison.check;
}

export async function checkAudits({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("opinions, certified losses and yearly reports");
  const { audits } = house.at;
  const counts = await chain.ask("audits", audits, "counts");
  comparison.same("opinions ever", coop.opinions.length, counts?.[0]);
  comparison.same("certificates ever", coop.certificates.size, counts?.[1]);
  const certificates = [...coop.certificates.values()];
  const stored = await askAll(certificates, ({ id }) => chain.ask("audits", audits, "certificate", id));
  for (const [i, { id, amount, covered, at, auditor }] of certificates.entries()) {
    const booked = { amount, covered, certifiedAt: at, auditor };
    for (const [field, value] of Object.entries(booked)) {
      comparison.same(`certificate ${id}, ${field}`, value, stored[i]?.[0]?.[field]);
    }
  }
  // A year is asked for whether a report was told or not: nothing counts them.
  const thisYear = new Date(((await timeOf(chain, house)) + DAY) * 1_000).getUTCFullYear();
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  const reports = await askAll(years, (year) => chain.ask("audits", audits, "reportOf", year));
  for (const [i, year] of years.entries()) {
    comparison.same(`report for ${year}`, coop.reports.get(year)?.report ?? NOTHING, reports[i]?.[0]);
  }
  return comparison.check;
}

/** An opinion names a block by its number and its hash: the chain must still know it by both. */
export async function checkOpinions({ chain, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("blocks that opinions are about, and who gave them");
  const blocks = await askAll(coop.opinions, ({ blockNumber }) => chain.provider.getBlock(blockNumber));
  const offices = [...coop.offices, ...coop.formerOffices].filter(({ role }) => role === ROLE.auditor);
  for (const [i, { id, auditor, blockHash }] of coop.opinions.entries()) {
    comparison.same(`opinion ${id}, block`, blockHash, blocks[i]?.hash);
    const was = offices.some(({ account }) => account.toLowerCase() === auditor.toLowerCase());
    comparison.same(`opinion ${id}, given by an auditor`, was, true);
  }
  return comparison.check;
}

/** What the reserve paid out and what shares lost, certificate by certificate, is what was charged to it. */
export async function checkLosses({ coop }: Subject): Promise<Check> {
  const comparison = new Comparison("losses borne by reserve and shares");
  for (const { id, covered } of coop.certificates.values()) {
    const byReserve = coop.reserve.moves.filter(
      ({ does, certificateId }) => does === "covered" && certificateId === BigInt(id),
    );
    const byShares = coop.shares.writeDowns.filter(({ certificateId }) => certificateId === id);
    const borne = [...byReserve, ...byShares].reduce((total, { amount }) => total + amount, 0n);
    comparison.same(`certificate ${id}, borne`, borne, covered);
  }
  comparison.check.compared += 1;
  return comparison.check;
}
