// Ballot pages, word by word, straight from the Assembly's storage: a ballot or an answer that no event tells of is found
// here, and no code of the contract is asked. What aggregates cast stands on planes, a bit a seat; where a seat has a place of
// its own on the page, that counts. Layout: contracts/voting/AssemblyState.sol, contracts/libraries/BallotBox.sol.
import type { Poll, Proposal } from "../../../books/coop.ts";
import { askAll, type Chain } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { BOXES_SLOT, mapped, pollBox } from "../storage.ts";
import type { Subject } from "../subject.ts";

const SEATS_A_PAGE = 64;
/** Choice in three bits; the fourth says that a proxy cast it, and alone that the seat is excluded from the roll. */
const BY_PROXY = 8;
/** In a tally: above this bit, which choices have a plane. */
const PLANES = 224n;

/** A ballot box as the books know it: four bits a seat that said something. */
type Box = { name: string; assembly: string; key: bigint; serials: readonly number[]; said: [number, number][] };

export async function checkPages({ chain, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("ballot pages in storage");
  const pages = [...[...coop.proposals.values()].map(proposalBox), ...[...coop.polls.values()].map(boxOfPoll)].flatMap(
    pagesOf,
  );
  const words = await askAll(pages, ({ box, page }) => storedPage(chain, box, page));
  for (const [i, { box, page, word }] of pages.entries()) {
    comparison.same(`${box.name}, ballot page ${page}`, hex(word), hex(words[i] ?? 0n));
  }
  return comparison.check;
}

/** A page of 64 seats with what stands on the planes of its class, of 256 seats each. */
async function storedPage(chain: Chain, { assembly, key }: Box, page: number): Promise<bigint> {
  const base = mapped(key, BOXES_SLOT);
  const own = await chain.word(assembly, mapped(BigInt(page), base));
  const tally = await chain.word(assembly, mapped(BigInt(page >>> 18), base + 1n));
  let word = own;
  for (const choice of [1n, 2n, 3n, 4n, 5n, 6n, 7n]) {
    if (!((tally >> (PLANES + choice)) & 1n)) continue;
    const plane = await chain.word(assembly, mapped((BigInt(page >>> 2) << 3n) | choice, base + 2n));
    const bits = plane >> BigInt((page & 3) * SEATS_A_PAGE);
    for (let seat = 0n; seat < BigInt(SEATS_A_PAGE); seat++) {
      if ((bits >> seat) & 1n && !((own >> (4n * seat)) & 15n)) word |= choice << (4n * seat);
    }
  }
  return word;
}

function proposalBox({ id, assembly, serials, excluded, ballots }: Proposal): Box {
  const said = [...ballots.values()].map(({ seat, support, byProxy }): [number, number] => [
    seat,
    support + 1 + (byProxy === undefined ? 0 : BY_PROXY),
  ]);
  if (excluded !== 0) said.push([excluded, BY_PROXY]);
  return { name: `proposal ${id}`, assembly, key: id, serials, said };
}

function boxOfPoll({ id, assembly, serials, answers }: Poll): Box {
  return { name: `poll ${id}`, assembly, key: pollBox(id), serials, said: [...answers] };
}

/** Every page that a seat on the roll can be on, with the word that the ballots make. */
function pagesOf(box: Box): { box: Box; page: number; word: bigint }[] {
  const words = new Map<number, bigint>();
  for (const [classIndex, serial] of box.serials.entries()) {
    const first = (classIndex << 24) >>> 6;
    for (let page = first; page <= first + Math.floor(serial / SEATS_A_PAGE); page++) words.set(page, 0n);
  }
  for (const [seat, nibble] of box.said) {
    const page = seat >>> 6;
    words.set(page, (words.get(page) ?? 0n) | (BigInt(nibble) << (BigInt(seat % SEATS_A_PAGE) * 4n)));
  }
  return [...words].map(([page, word]) => ({ box, page, word }));
}

const hex = (word: bigint): string => `0x${word.toString(16)}`;
