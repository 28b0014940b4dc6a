// Who waits to be heard, who was accepted, who was refused (M2, M3), and for whom an attestation spoke (M1).
import type { Application } from "../../../books/coop.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { ATTESTED_SLOT, mapped } from "../storage.ts";
import type { Subject } from "../subject.ts";

const STATES = { waiting: 1, accepted: 2, refused: 3 };
const NONE = { class: 0, state: 0, until: 0, appealed: false, commitment: `0x${"0".repeat(64)}` };

/** Of every account that ever applied or was a member: applications that were used or taken back are gone. */
export async function checkApplications({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("applications");
  const former = coop.formerApplications.map(({ account }) => account.toLowerCase());
  const accounts = [...new Set([...former, ...coop.applications.keys(), ...coop.known])];
  const stored = await askAll(accounts, (account) =>
    chain.ask("register", house.at.register, "applicationOf", account),
  );
  for (const [i, account] of accounts.entries()) {
    const booked = recordOf(coop.applications.get(account));
    for (const [field, value] of Object.entries(booked)) {
      comparison.same(`application of ${account}, ${field}`, value, stored[i]?.[0]?.[field]);
    }
  }
  return comparison.check;
}

/** Straight from storage: no function tells it. */
export async function checkAttestations({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("attestations, each for one account");
  const list = [...coop.attested];
  const words = await askAll(list, ([attestation]) =>
    chain.word(house.at.register, mapped(BigInt(attestation), ATTESTED_SLOT)),
  );
  for (const [i, [attestation, account]] of list.entries()) {
    comparison.same(`attestation ${attestation}`, BigInt(account), words[i]);
  }
  return comparison.check;
}

function recordOf(application: Application | undefined): typeof NONE {
  if (!application) return NONE;
  const { class: classIndex, state, until, appealedAt, commitment } = application;
  return { class: classIndex, state: STATES[state], until, appealed: appealedAt !== undefined, commitment };
}
