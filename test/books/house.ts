// A co-op for tests of the books: every module at its place, members in two classes, a motion on notice whenever asked.
import { expect } from "chai";
import { PLACE } from "../../books/apply/founding.ts";
import { applyCommons, commonsOf } from "../../books/commons.ts";
import { applyEvent, type Coop, coopOf, type Proposal } from "../../books/coop.ts";
import { type Address, type BookEvent, BooksError, type Hex } from "../../books/event.ts";
import { FUNCTIONS, type FunctionName } from "../../books/topic.ts";
import { account, hash, MEMBERSHIP_TERMS, NO_HISTORY, SHARE_TERMS, sampleRules, storyteller } from "./sample.ts";

export const DAY = 86_400;
export const seat = (classIndex: number, serial: number): number => (classIndex << 24) | serial;
/** Member `i` (from 1) has the account `i`; these modules stand at 0x100 and their place. */
export const moduleOf = (place: number): Address => account(0x100 + place);

export type Put = {
  id: bigint;
  actions?: readonly (readonly [target: Address, data: Hex])[];
  text?: string;
  told?: Record<string, unknown>;
  draftId?: bigint;
};

/** The call of a function that Kinds.sol knows, with one word of arguments. */
export function callOf(name: FunctionName, word = 0): readonly [Address, Hex] {
  const { place, selector } = FUNCTIONS[name];
  return [moduleOf(place), `${selector}${word.toString(16).padStart(64, "0")}`];
}

/** `drivers` members of class 0, then `riders` of class 1. */
export function house(drivers: number, riders: number) {
  const { tell, now } = storyteller();
  const events: BookEvent[] = [];
  const add = (...[contract, name, args, later]: Parameters<typeof tell>): BookEvent => {
    const event = tell(contract, name, args, later);
    events.push(event);
    return event;
  };
  for (const place of Object.values(PLACE)) {
    if (place !== PLACE.directory)
      add("directory", "ModulePlaced", { place, module: moduleOf(place), predecessor: account(0) });
  }
  add("register", "ClassDeclared", { class: 0, kind: 1, name: "Drivers" });
  add("register", "ClassDeclared", { class: 1, kind: 2, name: "Riders" });
  const seats = [
    ...Array.from({ length: drivers }, (_, i) => seat(0, i + 1)),
    ...Array.from({ length: riders }, (_, i) => seat(1, i + 1)),
  ];
  for (const [i, of] of seats.entries()) {
    add("register", "Admitted", { memberId: i + 1, account: account(i + 1), seat: of, commitment: hash(i) });
  }
  add("register", "MembershipTermsSet", { terms: MEMBERSHIP_TERMS });
  add("shares", "TermsSet", SHARE_TERMS);
  add("assembly", "RulesSet", { version: 1, rules: sampleRules(5_000, 5_000) });

  /** Notice of a motion: unless told otherwise an ordinary payment, without history. */
  function put({ id, actions = [callOf("pay")], text = "Motion", told = {}, draftId = 0n }: Put): void {
    const content = {
      targets: actions.map(([target]) => target),
      values: actions.map(() => 0n),
      calldatas: actions.map(([, data]) => data),
      description: text,
    };
    const opens = now() + 14 * DAY;
    const dates = { voteStart: BigInt(opens), voteEnd: BigInt(opens + 14 * DAY) };
    add("assembly", "ProposalCreated", { proposalId: id, proposer: account(1), ...content, ...dates });
    add("assembly", "NoticeGiven", {
      proposalId: id,
      draftId,
      kind: 1,
      rulesVersion: 1,
      round: 0,
      topic: 2,
      excluded: 0,
      terms: NO_HISTORY,
      rolls: [drivers, riders],
      serials: [drivers, riders],
      ...told,
    });
  }
  const vote = (id: bigint, voter: number, support: number, later = 60): BookEvent =>
    tell("assembly", "VoteCast", { voter: account(voter), proposalId: id, support, weight: 1n, reason: "" }, later);
  /** Something that no book knows, so that time passes. */
  const wait = (days: number) => add("token", "Transfer", {}, days * DAY);
  return { tell, add, put, vote, wait, events, now };
}

export function proposalIn(coop: Coop, id: bigint): Proposal {
  const proposal = coop.proposals.get(String(id));
  if (!proposal) throw new Error(`There is no proposal ${id}.`);
  return proposal;
}

/** The last event is refused, in these words, and changes nothing. */
export function impossible(events: readonly BookEvent[], last: BookEvent, sentence: RegExp): void {
  refuses(coopOf(events), applyEvent, last, sentence);
}

/** As `impossible`, of the book of the commons. */
export function impossibleInCommons(events: readonly BookEvent[], last: BookEvent, sentence: RegExp): void {
  refuses(commonsOf(events), applyCommons, last, sentence);
}

function refuses<T>(book: T, apply: (book: T, event: BookEvent) => void, last: BookEvent, sentence: RegExp): void {
  const before = structuredClone(book);
  expect(() => apply(book, last)).to.throw(BooksError, sentence);
  expect(book).to.deep.equal(before);
}
