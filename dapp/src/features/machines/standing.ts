// Where a machine stands, what can be done with it, and by whom.

import type { Auction, CommonsBook, Machine, Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { rentStanding, seriesStanding } from "../../shared/commons/standing.ts";
import { DAY } from "../../shared/format/time.ts";
import type { Tone } from "../../shared/ui/tone.ts";

/** A machine is bought so long after its bonds closed at the latest, or it can be cancelled; seconds. */
const BUY_WITHIN = 60 * DAY;

export type MachineStanding =
  | "bids"
  | "counting"
  | "to-buy"
  | "not-funded"
  | "let"
  | "late"
  | "over"
  | "idle"
  | "auction"
  | "auction-over"
  | "gone"
  | "cancelled";

export function machineStanding(machine: Machine, series: Series | undefined, now: number): MachineStanding {
  const { state, lease, auction } = machine;
  if (state === "gone" || state === "cancelled") return state;
  if (state === "ordered") {
    const bonds = series ? seriesStanding(series, now) : "paying";
    if (bonds === "bids" || bonds === "counting") return bonds;
    return bonds === "paying" ? "to-buy" : "not-funded";
  }
  if (state === "let" && lease) {
    const { is } = rentStanding(lease, now);
    if (is === "over") return "over";
    return is === "late" || is === "forfeit" ? "late" : "let";
  }
  if (!auction) return "idle";
  return now < auction.closesAt ? "auction" : "auction-over";
}

const MACHINE_WORDS: Record<MachineStanding, string> = {
  bids: t`Bonds on offer`,
  counting: t`Bids being counted`,
  "to-buy": t`Ready to be bought`,
  "not-funded": t`Not bought`,
  let: t`Let`,
  late: t`Rent late`,
  over: t`Lease over`,
  idle: t`Not let`,
  auction: t`Bids open`,
  "auction-over": t`Bids closed`,
  gone: t`Gone`,
  cancelled: t`Not bought`,
};

/** What stands on its chip. */
export const machineWords = ({ auction }: Pick<Machine, "auction">, standing: MachineStanding): string =>
  standing === "auction" && auction?.kind === "sale" ? t`For sale` : MACHINE_WORDS[standing];

export const MACHINE_TONES: Record<MachineStanding, Tone> = {
  bids: "active",
  counting: "coming",
  "to-buy": "coming",
  "not-funded": "quiet",
  let: "good",
  late: "bad",
  over: "coming",
  idle: "coming",
  auction: "active",
  "auction-over": "coming",
  gone: "quiet",
  cancelled: "quiet",
};

/** The headings of the list, in its order. */
export const GROUPS: readonly { title: string; standings: readonly MachineStanding[] }[] = [
  { title: t`In use`, standings: ["let", "late", "over"] },
  { title: t`Looking for somebody who needs it`, standings: ["idle", "auction", "auction-over"] },
  { title: t`On the way`, standings: ["bids", "counting", "to-buy"] },
  { title: t`Sold or lost`, standings: ["gone"] },
  { title: t`Not bought`, standings: ["not-funded", "cancelled"] },
];

/** Until when it has to be bought. */
export const buyBy = ({ orderedAt }: Pick<Machine, "orderedAt">, series: Series | undefined): number =>
  (series?.terms.closesAt ?? orderedAt) + BUY_WITHIN;

/** Whether anybody can cancel the purchase now; bids are counted first. */
export function mayBeCancelled(machine: Machine, series: Series | undefined, now: number, windingUp: boolean): boolean {
  if (machine.state !== "ordered") return false;
  if (series?.state === "failed") return true;
  if (series && series.state !== "live") return false;
  return windingUp || now >= buyBy(machine, series);
}

/** What a member owes for machines that it leased before: with debts nobody bids for another (K6). */
export function debtsOf({ machines }: Pick<CommonsBook, "machines">, memberId: number): bigint {
  return [...machines.values()].reduce((sum, { debts }) => sum + (debts.get(memberId) ?? 0n), 0n);
}

type Bidder = { memberId?: number | undefined; debts: bigint; suspended: boolean };

/** Why somebody may not bid, in words; nothing when it may (K6, M4). */
export function whyNoBid({ kind, toAnyone }: Pick<Auction, "kind" | "toAnyone">, bidder: Bidder): string | undefined {
  if (kind === "sale" && toAnyone) return undefined;
  if (bidder.memberId === undefined) return t`Only members bid for this machine now.`;
  if (kind === "sale") return undefined;
  if (bidder.debts > 0n)
    return t`You owe rent for a machine that you had before: pay that first, then you can bid again.`;
  return bidder.suspended ? t`Your use of services is suspended; you can bid again once that has ended.` : undefined;
}
