// What the actions of a proposal amount to: the mirror of contracts/voting/Kinds.sol. The contract tells kind, topic and
// excluded seat in events; the books work them out again.
import { PLACE, placeOf } from "./apply/founding.ts";
import type { Content, Coop } from "./model.ts";
import type { Kind, Topic } from "./rules.ts";

/** The least kind of resolution that may take the actions, what they are about (V11), and the seat of the member whom they
 * expel, or 0 (M5). */
export type Motion = { kind: Kind; topic: Topic; excluded: number };

/** The functions that Kinds.sol knows, with the first four bytes of their hashes. Whatever is not here is constitutional. */
export const FUNCTIONS = {
  minute: { place: PLACE.assembly, selector: "0x68598bf9", kind: 0 },
  setDaoURI: { place: PLACE.assembly, selector: "0x1080f99b", kind: 1 },
  setRules: { place: PLACE.assembly, selector: "0xdf7fdb1e", kind: 3 },
  pay: { place: PLACE.treasury, selector: "0x27d3350d", kind: 1 },
  dispose: { place: PLACE.treasury, selector: "0xb82fd76a", kind: 2 },
  post: { place: PLACE.treasury, selector: "0xa89ae3c5", kind: 1 },
  grantBudget: { place: PLACE.treasury, selector: "0xca769ee1", kind: 1 },
  grantBudgetBeyond: { place: PLACE.treasury, selector: "0xe8de6c94", kind: 2 },
  listAsset: { place: PLACE.treasury, selector: "0x26121c62", kind: 1 },
  appoint: { place: PLACE.authority, selector: "0x1c7dbd2f", kind: 1 },
  recall: { place: PLACE.authority, selector: "0xfcf5b96d", kind: 1 },
  admit: { place: PLACE.register, selector: "0xcfaa966e", kind: 1 },
  decideRecovery: { place: PLACE.register, selector: "0x88c9ed42", kind: 1 },
  expel: { place: PLACE.register, selector: "0x061b6230", kind: 2 },
  readmit: { place: PLACE.register, selector: "0x9c655530", kind: 2 },
  writeDown: { place: PLACE.shares, selector: "0x2b160967", kind: 2 },
  announceRedemption: { place: PLACE.bonds, selector: "0xa3c8bd15", kind: 1 },
  topUp: { place: PLACE.bonds, selector: "0x0382effb", kind: 1 },
  recognise: { place: PLACE.bonds, selector: "0x60f0f753", kind: 1 },
  order: { place: PLACE.machines, selector: "0x18226bf0", kind: 1 },
  putUpForSale: { place: PLACE.machines, selector: "0xe734c728", kind: 2 },
  writeOff: { place: PLACE.machines, selector: "0x9b3e2291", kind: 2 },
  declare: { place: PLACE.surplus, selector: "0x6a2d9ed4", kind: 1 },
  coverLoss: { place: PLACE.reserve, selector: "0xdb022e2e", kind: 2 },
} as const satisfies Record<string, { place: number; selector: string; kind: Kind }>;
export type FunctionName = keyof typeof FUNCTIONS;

const GENERAL: Topic = 0;
const PEOPLE: Topic = 1;
const MONEY: Topic = 2;
const COMMONS: Topic = 3;
const MARKET: Topic = 4;
const RULES: Topic = 5;
const CONSTITUTIONAL: Kind = 3;

/** Digits of "0x" and a selector, and of one argument. */
const HEAD = 10;
const WORD = 64;

/** What actions amount to together, on the house and the roll as they are now. */
export function motionOf(coop: Coop, content: Pick<Content, "targets" | "calldatas">): Motion {
  const motion: Motion = { kind: 0, topic: GENERAL, excluded: 0 };
  for (const [i, { name, place, data }] of actionsOf(coop, content).entries()) {
    const kind = name ? FUNCTIONS[name].kind : CONSTITUTIONAL;
    if (kind > motion.kind) motion.kind = kind;
    const topic = topicOf(place, name);
    motion.topic = i === 0 || motion.topic === topic ? topic : GENERAL;
    if (name === "expel") motion.excluded = expelledSeat(coop, data);
  }
  return motion;
}

/** Whether every action is a call of one of these functions. */
export function hasOnly(coop: Coop, content: Pick<Content, "targets" | "calldatas">, names: FunctionName[]): boolean {
  return actionsOf(coop, content).every(({ name }) => name !== undefined && names.includes(name));
}

/** What a call of a function on the module at a place is about; without a name, of any that Kinds.sol does not name. */
export function topicOf(place: number, name?: FunctionName): Topic {
  switch (place) {
    case PLACE.assembly:
      return name === "setRules" ? RULES : GENERAL;
    case PLACE.directory:
      return RULES;
    case PLACE.authority:
    case PLACE.register:
    case PLACE.board:
    case PLACE.ballotKeys:
      return PEOPLE;
    case PLACE.bonds:
    case PLACE.machines:
      return COMMONS;
    case PLACE.market:
    case PLACE.patronage:
      return MARKET;
    default:
      return MONEY;
  }
}

function actionsOf(coop: Coop, { targets, calldatas }: Pick<Content, "targets" | "calldatas">) {
  return targets.map((target, i) => {
    const place = placeOf(coop, target);
    const data = (calldatas[i] ?? "0x").toLowerCase();
    return { place, data, name: nameOf(place, data.slice(0, HEAD)) };
  });
}

function nameOf(place: number, selector: string): FunctionName | undefined {
  return (Object.keys(FUNCTIONS) as FunctionName[]).find(
    (name) => FUNCTIONS[name].place === place && FUNCTIONS[name].selector === selector,
  );
}

/** The seat of the active member whom a call of `expel` names; the id stands in the last eight digits of its first word. */
function expelledSeat(coop: Coop, data: string): number {
  const member = coop.members.get(Number.parseInt(data.slice(HEAD, HEAD + WORD).slice(-8), 16));
  return member?.status === "active" ? member.seat : 0;
}
