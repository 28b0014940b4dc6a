// The calendar: every date that the books know of, in a file that any calendar reads.
import { expect } from "chai";
import { applyToBooks, emptyBooks } from "../../books/books.ts";
import { calendarOf, calendarOfProposal } from "../../books/calendar.ts";
import type { BookEvent } from "../../books/event.ts";
import { folded } from "../../books/texts/ics.ts";
import { commonsHouse } from "./commons-house.ts";
import { HOSTILE } from "./hostile.ts";
import { DAY, house, proposalIn } from "./house.ts";
import { SURPLUS } from "./market-house.ts";
import { ASSET, account, hash } from "./sample.ts";

const OF = { name: "Wheelwright", chainId: 31_337, pageUrl: "https://coop.example" };

function booksOf(events: readonly BookEvent[]) {
  const books = emptyBooks();
  expect(events.flatMap((event) => applyToBooks(books, event))).to.deep.equal([]);
  return books;
}
const calendar = (events: readonly BookEvent[], now: number, more = {}): string =>
  calendarOf(booksOf(events), { ...OF, now, ...more });

type Read = Record<string, string>;
/** Unfolded, by name without parameters; the events alone. */
function eventsIn(ics: string): Read[] {
  const lines = ics.replaceAll("\r\n ", "").split("\r\n");
  const found: Read[] = [];
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") found.push({});
    const [, name = "", value = ""] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? [];
    const last = found.at(-1);
    if (last && !(name in last)) last[name] = value;
  }
  return found;
}
const summaries = (ics: string): string[] => eventsIn(ics).map(({ SUMMARY = "" }) => SUMMARY);
const startOf = (ics: string, summary: RegExp): string | undefined =>
  eventsIn(ics).find(({ SUMMARY = "" }) => summary.test(SUMMARY))?.DTSTART;
const inIcs = (at: number): string => `${new Date(at * 1_000).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** A machine that members 1 and 2 lent for and member 1 leases; a vote, a poll, an office, and a place in the queue. */
function busy() {
  const of = commonsHouse();
  const { add, bid, issue, buy, put, now } = of;
  bid(2, 500n, 300);
  bid(3, 400n, 400);
  issue();
  buy();
  add("surplus", "SurplusTermsSet", { terms: SURPLUS });
  add("authority", "Appointed", { role: 2, account: account(4), until: now() + 200 * DAY });
  const paid = { memberId: 5, account: account(5), units: 12n, promised: 0n, amount: 120n };
  add("shares", "Subscribed", paid);
  add("treasury", "Moved", { from: 0, to: 2, asset: ASSET, party: account(5), amount: 120n, memo: hash(0) });
  const payableFrom = now() + 60 + 90 * DAY;
  add("shares", "WithdrawalAsked", { entryId: 0n, memberId: 5, units: 10n, payableFrom: BigInt(payableFrom) });
  put({ id: 1n, text: "Pay the workshop", told: { rolls: [5, 0], serials: [5, 0] } });
  const question = { question: "When?", options: ["Now", "Later"], rolls: [5, 0], serials: [5, 0] };
  const closesAt = now() + 60 + 14 * DAY;
  add("assembly", "PollOpened", { pollId: 1n, draftId: 0n, proposer: account(1), closesAt, ...question });
  return { ...of, payableFrom };
}

describe("Calendar", () => {
  it("has every date that the books know of, in their order", () => {
    const { events, now } = busy();
    expect(summaries(calendar(events, now()))).to.deep.equal([
      "Poll opens: When?",
      "Vote opens: Pay the workshop (No. 1)",
      "Poll closes: When?",
      "Vote closes: Pay the workshop (No. 1)",
      "Coupon of bond series 1",
      "Coupon of bond series 1",
      "Coupon of bond series 1",
      "Period 1 of the surplus ends",
      "Shares can be paid back: member 5\\, 10 shares",
      "Bond series 1 ends: last coupon and principal",
      "Term of office ends: board\\, member 4",
      "Lease of machine 1 ends: member 1",
    ]);
  });

  it("says of each when it is: to the second, or the day alone where the day counts", () => {
    const { events, now, payableFrom, dates } = busy();
    const ics = calendar(events, now());
    const { voteStart, voteEnd } = proposalIn(booksOf(events).coop, 1n);
    expect(startOf(ics, /^Vote opens/)).to.equal(inIcs(voteStart));
    expect(startOf(ics, /^Vote closes/)).to.equal(inIcs(voteEnd));
    expect(startOf(ics, /^Shares/)).to.equal(inIcs(payableFrom));
    expect(startOf(ics, /^Bond series 1 ends/)).to.equal(inIcs(dates.at(-1) ?? 0).slice(0, 8));
    expect(ics).to.match(/DTSTART;VALUE=DATE:\d{8}\r\n/);
  });

  it("for one member has what concerns everybody and what concerns it alone", () => {
    const { events, now, add } = busy();
    const own = (memberId: number) => summaries(calendar(events, now(), { memberId }));
    const everybodys = ["Poll opens: When?", "Vote opens: Pay the workshop (No. 1)", "Poll closes: When?"];
    expect(own(5)).to.deep.equal([
      ...everybodys,
      "Vote closes: Pay the workshop (No. 1)",
      "Period 1 of the surplus ends",
      "Shares can be paid back: member 5\\, 10 shares",
    ]);
    expect(own(2).filter((one) => /series/.test(one))).to.have.length(4);
    expect(own(1).filter((one) => /series|Lease|Term/.test(one))).to.deep.equal(["Lease of machine 1 ends: member 1"]);
    expect(own(4).filter((one) => /series|Lease|Term/.test(one))).to.deep.equal([
      "Term of office ends: board\\, member 4",
    ]);
    add("register", "Admitted", { memberId: 6, account: account(6), seat: 6, commitment: hash(6) });
    expect(own(6)).to.deep.equal(["Period 1 of the surplus ends"]);
  });

  it("follows bonds and machines: bids, units that were passed on, an early end, an auction", () => {
    const of = commonsHouse();
    const { add, bid, issue, buy, transferred, dates, events, now } = of;
    bid(2, 900n, 300);
    expect(summaries(calendar(events, now()))).to.deep.equal(["Bids for bond series 1 close"]);
    expect(startOf(calendar(events, now()), /^Bids/)).to.equal(inIcs(of.closesAt));
    issue();
    buy();
    transferred(2, 4, 1n, 900n, 60);
    const own = (memberId: number) => summaries(calendar(events, now(), { memberId }));
    expect([own(2).length, own(4).length]).to.deep.equal([0, 4]);
    const [, , second = 0] = dates;
    add("bonds", "RedemptionAnnounced", { series: 1n, dateIndex: 2n, date: second });
    expect(own(4)).to.deep.equal(["Coupon of bond series 1", "Bond series 1 ends: last coupon and principal"]);
    expect(startOf(calendar(events, now()), /^Bond series 1 ends/)).to.equal(inIcs(second).slice(0, 8));
    add("machines", "LeaseEnded", { machineId: 1n, lessee: 1, how: 1, arrears: 0n });
    const closesAt = now() + 60 + 14 * DAY;
    add("machines", "AuctionOpened", { machineId: 1n, kind: 1, toAnyone: false, floor: 50n, closesAt });
    expect(startOf(calendar(events, now()), /^Bids of a rent for machine 1 close/)).to.equal(inIcs(closesAt));
  });

  it("adds until when what passed can be carried out, and says how a vote ended", () => {
    const { events, vote, wait, now } = busy();
    wait(14);
    for (const member of [1, 2, 3, 4, 5]) events.push(vote(1n, member, 1));
    wait(15);
    const ics = calendar(events, now());
    expect(startOf(ics, /^Last moment to carry out: Pay the workshop/)).to.match(/^\d{8}T\d{6}Z$/);
    expect(eventsIn(ics).find(({ SUMMARY = "" }) => /^Vote closes/.test(SUMMARY))?.DESCRIPTION).to.equal(
      "Passed: Drivers 100 % for.",
    );
  });

  it("moves a date that is put off, under the same name and with a later stamp", () => {
    const { events, now, add } = busy();
    const place = (ics: string) => eventsIn(ics).find(({ SUMMARY = "" }) => /^Shares/.test(SUMMARY)) ?? {};
    const before = place(calendar(events, now()));
    const until = now() + 60 + 170 * DAY;
    add("shares", "WithdrawalsSuspended", { until: BigInt(until), reason: hash(1) });
    const after = place(calendar(events, now()));
    expect(after.UID).to.equal(before.UID);
    expect(after.DTSTART).to.equal(inIcs(until));
    expect((after.DTSTAMP ?? "") > (before.DTSTAMP ?? "")).to.equal(true);
    expect(calendar(events, now() + 60)).to.equal(calendar(events, now()));
  });

  it("of one vote has its dates alone", () => {
    const { events, now } = busy();
    const { coop } = booksOf(events);
    const ics = calendarOfProposal(coop, proposalIn(coop, 1n), { ...OF, now: now() });
    expect(summaries(ics)).to.deep.equal([
      "Vote opens: Pay the workshop (No. 1)",
      "Vote closes: Pay the workshop (No. 1)",
    ]);
    expect(eventsIn(ics)[0]).to.include({ URL: "https://coop.example/proposals/1" });
  });

  it("leaves out what is longer past than a year", () => {
    const { put, wait, events, now } = house(2, 0);
    put({ id: 1n });
    wait(500);
    expect(summaries(calendar(events, now()))).to.deep.equal([]);
  });

  it("ends lines with CR LF, folds them at 75 octets between characters, and escapes text [case 124]", () => {
    const { add, put, events, now } = house(2, 0);
    const asked = { question: HOSTILE, options: [HOSTILE, "b"], rolls: [2, 0], serials: [2, 0] };
    add("assembly", "PollOpened", { pollId: 1n, draftId: 0n, proposer: account(1), closesAt: now() + DAY, ...asked });
    put({ id: 1n, text: HOSTILE.replace("# ", "# a,b;c\\d ") });
    put({ id: 2n, text: "Ünïcödé 🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲" });
    const ics = calendar(events, now(), { name: HOSTILE });
    expect(ics.replaceAll("\r\n", "")).to.not.match(/[\r\n\0]/);
    for (const line of ics.split("\r\n")) {
      expect(new TextEncoder().encode(line).length).to.be.at.most(75);
      expect(line).to.not.match(/\p{Cs}/u);
    }
    expect(eventsIn(ics)).to.have.length(6);
    expect(summaries(ics)[2]).to.match(/^Vote opens: a\\,b\\;c\\\\d <script>alert\(1\)<\/script>/);
    expect(summaries(ics)).to.include.members([`Vote opens: Ünïcödé ${"🚲".repeat(30)} (No. 2)`]);
    expect(ics.replaceAll("\r\n ", "").match(/\r\nSUMMARY/g)).to.have.length(6);
  });

  it("folds a line as RFC 5545 has it", () => {
    expect(folded("x".repeat(75))).to.equal("x".repeat(75));
    expect(folded("x".repeat(151))).to.equal(`${"x".repeat(75)}\r\n ${"x".repeat(74)}\r\n xx`);
    expect(folded(`${"x".repeat(74)}é`)).to.equal(`${"x".repeat(74)}\r\n é`);
    for (const before of [70, 71, 72, 73, 74, 75]) expect(folded(`${"x".repeat(before)}🚲🚲`)).to.not.match(/\p{Cs}/u);
  });
});
