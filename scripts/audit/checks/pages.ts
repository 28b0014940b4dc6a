// Ballot pages, word by word, straight from the Assembly's storage: a ballot that no event tells of is found here, and
// no code of the contract is asked. Layout: contracts/voting/AssemblyState.sol, contracts/libraries/BallotBox.sol.
import type { Proposal } from "../../../books/coop.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { BOXES_SLOT, mapped } from "../storage.ts";
import type { Subject } from "../subject.ts";

const SEATS_A_PAGE = 64;
/** Choice in three bits; the fourth says that a proxy cast it, and alone that the seat is excluded from the roll. */
const BY_PROXY = 8;

export async function checkPages({ chain, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("ballot pages in storage");
  const pages = [...coop.proposals.values()].flatMap(pagesOf);
  const words = await askAll(pages, ({ proposal, page }) =>
    chain.word(proposal.assembly, pageSlot(proposal.id, BigInt(page))),
  );
  for (const [i, { proposal, page, word }] of pages.entries()) {
    comparison.same(`proposal ${proposal.id}, ballot page ${page}`, hex(word), hex(words[i] ?? 0n));
  }
  return comparison.check;
}

/** Every page that a seat on the roll can be on, with the word that the ballots make. */
function pagesOf(proposal: Proposal): { proposal: Proposal; page: number; word: bigint }[] {
  const words = new Map<number, bigint>();
  for (const [classIndex, serial] of proposal.serials.entries()) {
    const first = (classIndex << 24) >>> 6;
    for (let page = first; page <= first + Math.floor(serial / SEATS_A_PAGE); page++) words.set(page, 0n);
  }
  const write = (seat: number, nibble: number) => {
    const page = seat >>> 6;
    words.set(page, (words.get(page) ?? 0n) | (BigInt(nibble) << (BigInt(seat % SEATS_A_PAGE) * 4n)));
  };
  if (proposal.excluded !== 0) write(proposal.excluded, BY_PROXY);
  for (const { seat, support, byProxy } of proposal.ballots.values()) {
    write(seat, support + 1 + (byProxy === undefined ? 0 : BY_PROXY));
  }
  return [...words].map(([page, word]) => ({ proposal, page, word }));
}

const hex = (word: bigint): string => `0x${word.toString(16)}`;

/** `_boxes[id].pages[page]`; the pages are the first member of a box. */
function pageSlot(id: bigint, page: bigint): bigint {
  return mapped(page, mapped(id, BOXES_SLOT));
}
