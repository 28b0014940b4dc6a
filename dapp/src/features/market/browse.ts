// Which jobs and services a reader sees, and in which order.
import { JobKind, JobState } from "../../../../books/job.ts";
import type { JobEntry, MarketBook, ServiceEntry } from "../../../../books/market.ts";
import { jobsOf } from "../../../../books/surplus.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { isCustomer, isProvider, type Viewer } from "./acts.ts";

/** As it stands in the address of the page. */
export type MarketSearch = { kind?: "ride" | "task"; mine?: true };

/** Out of an address that may say anything. */
export const searchIn = ({ kind, mine }: { kind?: unknown; mine?: unknown }): MarketSearch => ({
  ...((kind === "ride" || kind === "task") && { kind }),
  ...(mine === true && { mine }),
});

const matchesKind = (kind: number, search: MarketSearch): boolean =>
  search.kind === undefined || kind === (search.kind === "ride" ? JobKind.Ride : JobKind.Task);

export const isParty = (entry: JobEntry, viewer: Viewer): boolean =>
  isProvider(entry, viewer) || isCustomer(entry, viewer);

/** Jobs to accept, and the reader's own offers: those for the reader alone first, then the newest. */
export function openOffers({ jobs }: Pick<MarketBook, "jobs">, viewer: Viewer, now: number, search: MarketSearch) {
  const forReader = (entry: JobEntry) => isProvider(entry, viewer);
  return [...jobs.values()]
    .filter(({ state, job }) => state === JobState.Offered && now < job.acceptBy && matchesKind(job.kind, search))
    .filter((entry) => (BigInt(entry.job.provider) === 0n && !search.mine) || isParty(entry, viewer))
    .sort((a, b) => Number(forReader(b)) - Number(forReader(a)) || b.id - a.id);
}

export const openServices = ({ services }: Pick<MarketBook, "services">, viewer: Viewer, search: MarketSearch) =>
  [...services.values()]
    .filter(({ open, kind }) => open && matchesKind(kind, search))
    .filter((service) => !search.mine || isOwn(service, viewer))
    .reverse();

export const isOwn = ({ provider }: Pick<ServiceEntry, "provider">, { account }: Viewer): boolean =>
  account !== undefined && sameAddress(provider, account);

/** The reader's jobs that have not ended, at whatever market, the newest first; offers that can be accepted stand elsewhere. */
export const underWay = (
  book: Pick<MarketBook, "jobs" | "former">,
  viewer: Viewer,
  now: number,
  search: MarketSearch,
): JobEntry[] => {
  const isOpen = (entry: JobEntry) =>
    entry.state === JobState.Offered && now < entry.job.acceptBy && book.jobs.get(entry.id) === entry;
  return jobsOf(book)
    .filter((entry) => isParty(entry, viewer) && matchesKind(entry.job.kind, search))
    .filter((entry) => entry.state !== JobState.Ended && !isOpen(entry))
    .reverse();
};
