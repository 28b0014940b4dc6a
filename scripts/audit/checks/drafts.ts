// Drafts that gather seconders (V8), those of applicants who appeal among them (M3).
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

const NONE = { openedAt: 0, proposer: `0x${"0".repeat(40)}`, seconders: 0, kind: 0, appeal: false };

/** Of every draft there ever was, polls' too: those on notice or withdrawn are gone. */
export async function checkDrafts({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("drafts and their seconders");
  const polls = [...coop.pollDrafts.values()].map((draft) => ({ ...draft, kind: 0, appeal: false }));
  const list = [...coop.drafts.values(), ...polls];
  const stored = await askAll(list, ({ id }) => chain.ask("assembly", house.at.assembly, "draftRecord", id));
  comparison.check.compared += 1;
  for (const [i, { id, state, openedAt, proposer, seconders, kind, appeal }] of list.entries()) {
    const booked = state === "open" ? { openedAt, proposer, seconders: seconders.length, kind, appeal } : NONE;
    for (const [field, value] of Object.entries(booked)) {
      comparison.same(`draft ${id}, ${field}`, value, stored[i]?.[0]?.[field]);
    }
  }
  return comparison.check;
}
