// Machines, their leases, what lessees owe, and auctions (K6).
import type { Lease, Machine } from "../../../books/commons.ts";
import { bookValueAt } from "../../../books/depreciation.ts";
import { BUY_WITHIN, rentArrears, rentDue } from "../../../books/leases.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { type Subject, timeOf } from "../subject.ts";

/** By number of `MachineState` and `AuctionKind`. */
const STATES = ["none", "ordered", "idle", "let", "gone", "cancelled"];
const KINDS = ["none", "rent", "sale"];
const NOBODY = `0x${"0".repeat(40)}`;

const machinesOf = ({ commons }: Subject): Machine[] => [...commons.machines.values()];

export async function checkMachines(subject: Subject): Promise<Check> {
  const comparison = new Comparison("machines, their terms and book values");
  const { chain, house, commons } = subject;
  const { machines } = house.at;
  const now = await timeOf(chain, house);
  comparison.same("machines ever", commons.machines.size, (await chain.ask("machines", machines, "machinesEver"))?.[0]);
  const list = machinesOf(subject);
  const answers = await askAll(list, ({ id }) =>
    Promise.all(
      ["stateOf", "termsOf", "datesOf", "bookValue", "ownerOf"].map((name) =>
        chain.ask("machines", machines, name, id),
      ),
    ),
  );
  for (const [i, machine] of list.entries()) {
    const [state, terms, dates, value, owner] = answers[i] ?? [];
    const where = `machine ${machine.id}`;
    comparison.same(`${where}, state`, machine.state, STATES[Number(state?.[0])]);
    for (const [term, booked] of Object.entries(machine.terms)) {
      comparison.same(`${where}, ${term}`, booked, terms?.[0]?.[term]);
    }
    const from = commons.series.get(machine.id)?.terms.closesAt ?? machine.orderedAt;
    comparison.same(`${where}, to be bought by`, from + BUY_WITHIN, dates?.buyBy);
    comparison.same(`${where}, bought at`, machine.boughtAt ?? 0, dates?.boughtAt);
    comparison.same(`${where}, book value`, bookValueAt(machine, now), value?.[0]);
    comparison.same(`${where}, held by`, machine.owner ?? "nobody", owner?.[0] ?? "nobody");
    if (machine.state === "idle" || machine.state === "let") {
      comparison.same(`${where}, held for the commons by`, house.at.treasury, owner?.[0]);
    }
  }
  return comparison.check;
}

const NO_LEASE = { lessee: 0, rent: 0n, rentPeriod: 0, periods: 0, upkeepShare: 0, grace: 0, startedAt: 0, paid: 0n };

/** Arrears too, to the unit and the second. */
export async function checkLeases(subject: Subject): Promise<Check> {
  const comparison = new Comparison("leases and their arrears");
  const { chain, house } = subject;
  const { machines } = house.at;
  const now = await timeOf(chain, house);
  const list = machinesOf(subject);
  const answers = await askAll(list, ({ id }) =>
    Promise.all([chain.ask("machines", machines, "leaseOf", id), chain.ask("machines", machines, "rentOf", id)]),
  );
  for (const [i, { id, lease }] of list.entries()) {
    const [stored, rent] = answers[i] ?? [];
    for (const [field, value] of Object.entries(lease ?? NO_LEASE)) {
      comparison.same(`machine ${id}, lease, ${field}`, value, stored?.[0]?.[field]);
    }
    const { due, unpaid, since } = lease ? rentOf(lease, now) : { due: 0n, unpaid: 0n, since: 0 };
    comparison.same(`machine ${id}, rent due`, due, rent?.due);
    comparison.same(`machine ${id}, arrears`, unpaid, rent?.arrears);
    comparison.same(`machine ${id}, in arrears since`, since, rent?.since);
  }
  return comparison.check;
}

function rentOf(lease: Lease, now: number): { due: bigint; unpaid: bigint; since: number } {
  return { since: 0, ...rentArrears(lease, now), due: rentDue(lease, now) };
}

/** Of everybody who ever had a lease. */
export async function checkDebts(subject: Subject): Promise<Check> {
  const comparison = new Comparison("rent that former lessees owe");
  const { chain, house } = subject;
  const list = machinesOf(subject).flatMap(({ id, debts, formerLeases }) =>
    [...new Set(formerLeases.map(({ lessee }) => lessee))].map((lessee) => ({
      id,
      lessee,
      debt: debts.get(lessee) ?? 0n,
    })),
  );
  const stored = await askAll(list, ({ id, lessee }) => chain.ask("machines", house.at.machines, "debtOf", id, lessee));
  for (const [i, { id, lessee, debt }] of list.entries()) {
    comparison.same(`machine ${id}, debt of member ${lessee}`, debt, stored[i]?.[0]);
  }
  comparison.check.compared += 1;
  return comparison.check;
}

const NO_AUCTION = { kind: "none", toAnyone: false, closesAt: 0, floor: 0n, best: 0n, bidder: NOBODY, memberId: 0 };

/** Those under way, and what is held for those who were outbid. */
export async function checkAuctions(subject: Subject): Promise<Check> {
  const comparison = new Comparison("auctions and deposits");
  const { chain, house, commons } = subject;
  const { machines } = house.at;
  const list = machinesOf(subject);
  const stored = await askAll(list, ({ id }) => chain.ask("machines", machines, "auctionOf", id));
  for (const [i, machine] of list.entries()) {
    const { kind, ...record } = stored[i]?.[0]?.toObject() ?? {};
    for (const [field, value] of Object.entries(auctionOf(machine))) {
      const found = field === "kind" ? KINDS[Number(kind)] : record[field];
      comparison.same(`machine ${machine.id}, auction, ${field}`, value, found);
    }
  }
  const deposits = [...commons.deposits];
  const held = await askAll(deposits, ([account]) => chain.ask("machines", machines, "depositOf", account));
  for (const [i, [account, amount]] of deposits.entries()) {
    comparison.same(`deposit of ${account}`, amount, held[i]?.[0]);
  }
  return comparison.check;
}

function auctionOf({ auction }: Machine): typeof NO_AUCTION {
  if (!auction) return NO_AUCTION;
  const { kind, toAnyone, closesAt, floor, bids } = auction;
  const { amount: best, bidder, memberId } = bids.at(-1) ?? { amount: 0n, bidder: NOBODY, memberId: 0 };
  return { kind, toAnyone, closesAt, floor, best, bidder, memberId };
}
