// Ballot keys and what they sign together, in the books: whose key holds when, and what can not be.
import { expect } from "chai";
import { concatHex, type Hex, numberToHex } from "viem";
import { seatsTold } from "../../books/apply/aggregates.ts";
import { keyOf, keysRegistered } from "../../books/apply/ballot-keys.ts";
import { ballotKeyText } from "../../books/ballot-key.ts";
import { coopOf } from "../../books/coop.ts";
import { DAY, house, impossible, proposalIn, seat } from "./house.ts";
import { account, hash, MEMBERSHIP_TERMS } from "./sample.ts";

const MOTION = 7n;
const FOR = 1;
const keyNo = (n: number): Hex => numberToHex(n, { size: 96 });
const page = (number: number, bits: bigint): Hex =>
  concatHex([numberToHex(number, { size: 4 }), numberToHex(bits, { size: 16 })]);

/** Five drivers, three riders; drivers 1 to 3 and the first rider have keys. */
function keyed() {
  const of = house(5, 3);
  const register = (memberId: number, at: number, key = keyNo(memberId), later = 60) =>
    of.tell("ballotKeys", "KeyRegistered", { memberId, seat: at, key }, later);
  const ended = (memberId: number) => of.tell("ballotKeys", "KeyEnded", { memberId, keyHash: hash(memberId) }, 60);
  const packed = (sheet: number, on: number, seats: bigint) =>
    of.tell("ballotKeys", "KeysPacked", { sheet, page: on, seats, pointer: account(0x900 + sheet) }, 60);
  const cast = (ballots: Hex, position = FOR) =>
    of.tell("assembly", "AggregateCast", { proposalId: MOTION, position, ballots }, 60);
  for (const driver of [1, 2, 3]) of.events.push(register(driver, seat(0, driver)));
  of.events.push(register(6, seat(1, 1)));
  return { ...of, register, ended, packed, cast };
}

/** With a vote that is open. */
function voting() {
  const of = keyed();
  of.put({ id: MOTION });
  of.wait(15);
  return of;
}

describe("Aggregates in the books", () => {
  it("are votes of everybody whom they name", () => {
    const { events, cast } = voting();
    events.push(cast(concatHex([page(0, 0b1010n), page(1 << 17, 0b10n)])));
    const { ballots } = proposalIn(coopOf(events), MOTION);
    expect([...ballots.values()].map(({ seat: at, support, aggregated }) => [at, support, aggregated])).to.deep.equal([
      [seat(0, 1), FOR, true],
      [seat(0, 3), FOR, true],
      [seat(1, 1), FOR, true],
    ]);
  });

  it("give way to a direct vote", () => {
    const { events, cast, vote } = voting();
    events.push(cast(page(0, 0b10n)), vote(MOTION, 1, 0));
    expect(proposalIn(coopOf(events), MOTION).ballots.get(seat(0, 1))).to.include({ support: 0, changes: 1 });
  });

  it("count nobody twice, without a key, off the roll, or who is gone", () => {
    const { events, cast, vote, add, ended } = voting();
    impossible(events, cast(page(0, 0b10000n)), /whose ballot key did not hold/);
    impossible(events, cast(page(0, 1n << 9n)), /who is no member/);
    impossible(events, cast("0x0000"), /ends inside a page/);
    events.push(vote(MOTION, 1, 0));
    impossible(events, cast(page(0, 0b10n)), /who has voted already/);
    events.push(ended(2));
    add("register", "Left", { memberId: 2, account: account(2), seat: seat(0, 2) });
    impossible(events, cast(page(0, 0b100n)), /who is no member/);
  });

  it("ask the key that held when notice was given", () => {
    const { events, cast, register, ended } = voting();
    events.push(register(4, seat(0, 4)));
    impossible(events, cast(page(0, 0b10000n)), /whose ballot key did not hold/);
    events.push(register(1, seat(0, 1), keyNo(11)), cast(page(0, 0b10n)));
    expect(proposalIn(coopOf(events), MOTION).ballots.size).to.equal(1);
    events.push(ended(2));
    impossible(events, cast(page(0, 0b100n)), /whose ballot key did not hold/);
  });

  it("tell whom they pass over, and why", () => {
    const { events, tell } = voting();
    const told = { proposalId: MOTION, page: 0, seats: 0b1100n, why: 3 };
    events.push(tell("assembly", "SeatsPassedOver", told, 60));
    const passed = proposalIn(coopOf(events), MOTION).passedOver.map(({ voter, why }) => [voter, why]);
    expect(passed).to.deep.equal([
      [account(2), 3],
      [account(3), 3],
    ]);
    impossible(events, tell("assembly", "SeatsPassedOver", { ...told, seats: 1n << 50n }, 60), /which nobody ever had/);
  });

  it("are read seat by seat, page by page", () => {
    expect(seatsTold(concatHex([page(1, 1n << 127n), page(1 << 17, 0b11n)]))).to.deep.equal([
      255,
      1 << 24,
      (1 << 24) + 1,
    ]);
    expect(seatsTold("0x")).to.deep.equal([]);
  });
});

describe("Ballot keys in the books", () => {
  it("are the member's last, as long as it is one", () => {
    const { events, register, ended } = keyed();
    events.push(register(1, seat(0, 1), keyNo(11)));
    const replaced = coopOf(events);
    expect(keyOf(replaced, 1)?.key).to.equal(keyNo(11));
    expect(replaced.ballotKeys[0]?.until).to.equal(events.at(-1)?.timestamp);
    events.push(ended(1));
    const gone = coopOf(events);
    expect(keyOf(gone, 1)).to.equal(undefined);
    expect(gone.ballotKeys.filter(({ endedAt }) => endedAt !== undefined)).to.have.length(2);
  });

  it("are registered by members for their own seats, each once", () => {
    const { events, register, ended } = keyed();
    impossible(events, register(99, seat(0, 9)), /who is not active/);
    impossible(events, register(4, seat(0, 5)), /who has seat 4 and not 5/);
    impossible(events, register(4, seat(0, 4), keyNo(1)), /which was registered before/);
    impossible(events, register(4, seat(0, 4), "0x1234"), /which is not 96 bytes long/);
    impossible(events, ended(4), /who has none/);
  });

  it("are numbered, so that a wallet can make another: what it signs names those before, after the first", () => {
    const { events, register, ended } = keyed();
    const registered = (memberId: number) => keysRegistered(coopOf(events), memberId);
    expect([registered(1), registered(4)]).to.deep.equal([1, 0]);
    events.push(register(1, seat(0, 1), keyNo(11)), ended(1));
    expect(registered(1)).to.equal(2);
    const [none, one, two] = [0, 1, 2].map((before) => ballotKeyText(account(0xc0), 31_337, before));
    expect(none?.split("\n").slice(-2)).to.deep.equal([`Co-op: ${account(0xc0)}`, "Chain: 31337"]);
    expect(one).to.equal(`${none}\nKeys that I registered before: 1`);
    expect(two).to.not.equal(one);
  });

  it("go along to another class", () => {
    const { events, add, tell } = keyed();
    const moved = (to: number) => tell("ballotKeys", "KeyMoved", { memberId: 1, seat: to, keyHash: hash(1) }, 60);
    impossible(events, moved(seat(1, 4)), /which is not member 1's/);
    const until = (seconds: number, event: ReturnType<typeof tell>) =>
      events.push({ ...event, args: { ...event.args, until: event.timestamp + seconds } });
    const of = { account: account(1) };
    until(MEMBERSHIP_TERMS.decideWithin, tell("register", "Applied", { ...of, class: 1, commitment: hash(1) }, 60));
    until(30 * DAY, tell("register", "Accepted", { ...of, by: account(2), attestation: hash(0) }, 60));
    add("register", "ClassChanged", { memberId: 1, account: account(1), former: seat(0, 1), seat: seat(1, 4) });
    events.push(moved(seat(1, 4)));
    const coop = coopOf(events);
    expect(keyOf(coop, 1)).to.include({ seat: seat(1, 4), key: keyNo(1) });
    expect(coop.ballotKeys.filter(({ memberId }) => memberId === 1)).to.have.length(2);
    expect(keysRegistered(coop, 1)).to.equal(1);
  });

  it("are packed sheet after sheet, only where there are any", () => {
    const { events, packed } = keyed();
    events.push(packed(1, 0, 0b1110n));
    expect(coopOf(events).keySheets).to.deep.equal([{ page: 0, seats: 0b1110n, pointer: account(0x901) }]);
    impossible(events, packed(3, 0, 0b10n), /and the next is sheet 2/);
    impossible(events, packed(2, 0, 0b110000n), /one of seat 4, which has none/);
  });
});
