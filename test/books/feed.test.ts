// The feed of proposals: valid Atom whatever people write, and the same from everybody at the same time of the chain.
import { expect } from "chai";
import { coopOf } from "../../books/coop.ts";
import type { BookEvent } from "../../books/event.ts";
import { atomFeed } from "../../books/feed.ts";
import { cleaned } from "../../books/texts/plain.ts";
import { HOSTILE } from "./hostile.ts";
import { DAY, house, moduleOf } from "./house.ts";
import { type Element, parseXml } from "./xml.ts";

const OF = { name: "Wheelwright", chainId: 31_337, pageUrl: "https://coop.example/" };

const feedOf = (events: readonly BookEvent[], now: number, more = {}): string =>
  atomFeed({ coop: coopOf(events) }, { ...OF, now, ...more });
const all = ({ children }: Element, name: string): Element[] => children.filter((one) => one.name === name);
const textIn = (element: Element | undefined, name: string): string => (element && all(element, name)[0]?.text) ?? "";

/** A vote that passes and is carried out, and another that lapses. */
function decided() {
  const of = house(3, 0);
  const { add, put, vote, wait, events, now } = of;
  put({ id: 1n, text: "Pay the workshop\n\nIt did the brakes." });
  put({ id: 2n, text: "Pay the fair" });
  wait(14);
  for (const member of [1, 2, 3]) events.push(vote(1n, member, 1), vote(2n, member, 1));
  wait(20);
  add("assembly", "ProposalExecuted", { proposalId: 1n });
  return { ...of, end: now() };
}

describe("Feed of proposals", () => {
  it("has an entry for the notice, the opening, the close, and what follows, the newest first", () => {
    const { events, end, wait, now } = decided();
    const titles = (at: number) => all(parseXml(feedOf(events, at)), "entry").map((entry) => textIn(entry, "title"));
    expect(titles(end)).to.deep.equal([
      "Carried out: Pay the workshop (No. 1)",
      "Passed: Pay the fair (No. 2)",
      "Passed: Pay the workshop (No. 1)",
      "Voting open: Pay the fair (No. 2)",
      "Voting open: Pay the workshop (No. 1)",
      "Notice: Pay the fair (No. 2)",
      "Notice: Pay the workshop (No. 1)",
    ]);
    wait(100);
    expect(titles(now())[0]).to.equal("Lapsed: Pay the fair (No. 2)");
  });

  it("does not say of a vote that was lost that it lapsed", () => {
    const { put, wait, events, now } = house(3, 0);
    put({ id: 1n });
    wait(200);
    const [latest] = all(parseXml(feedOf(events, now())), "entry");
    expect(textIn(latest, "title")).to.equal("Not carried: Motion (No. 1)");
  });

  it("has the later step first where two come in one second", () => {
    const { put, events, now } = house(3, 0);
    put({ id: 1n });
    for (const event of events) {
      if (event.name === "ProposalCreated") event.args = { ...event.args, voteStart: BigInt(now()) };
    }
    const titles = all(parseXml(feedOf(events, now())), "entry").map((entry) => textIn(entry, "title"));
    expect(titles).to.deep.equal(["Voting open: Motion (No. 1)", "Notice: Motion (No. 1)"]);
  });

  it("is what RFC 4287 asks for: ids, dates, authors and links of feed and entries", () => {
    const { events, end } = decided();
    const feed = parseXml(feedOf(events, end, { feedUrl: "https://coop.example/feed.atom?a=1&b=2" }));
    expect(feed.attributes).to.deep.equal({ xmlns: "http://www.w3.org/2005/Atom" });
    const entries = all(feed, "entry");
    const ids = [feed, ...entries].map((one) => textIn(one, "id"));
    expect(new Set(ids).size).to.equal(ids.length);
    for (const id of ids) expect(id).to.match(/^urn:rochdale:31337:0x[0-9a-f]{40}:/);
    for (const one of [feed, ...entries]) {
      expect(textIn(one, "updated")).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(all(one, "author").map((author) => textIn(author, "name"))).to.have.length(1);
      expect(textIn(one, "title")).to.not.equal("");
    }
    expect(textIn(feed, "updated")).to.equal(textIn(entries[0], "updated"));
    expect(all(feed, "link").map(({ attributes }) => [attributes.rel, attributes.href])).to.deep.equal([
      ["alternate", "https://coop.example/proposals"],
      ["self", "https://coop.example/feed.atom?a=1&b=2"],
    ]);
    expect(entries.map((one) => all(one, "link")[0]?.attributes.href)).to.include("https://coop.example/proposals/2");
    expect(textIn(entries[2], "content")).to.match(
      /^Passed: Drivers 100 % for\. Anyone can carry it out from .*\n\nPay the workshop\n\nIt did the brakes\.$/s,
    );
  });

  it("keeps each entry as it was while time goes on, and so its id and date", () => {
    const { events, end } = decided();
    const entries = (at: number) =>
      feedOf(events, at)
        .split("<entry>")
        .slice(1)
        .map((text) => text.split("</entry>")[0]);
    const [before, after] = [entries(end - 25 * DAY), entries(end)];
    expect(before).to.have.length.greaterThan(1);
    expect(after).to.include.members(before);
    expect(after.length).to.be.greaterThan(before.length);
  });

  it("has nothing but words of what people wrote [case 124]", () => {
    const { put, events, now } = house(2, 0);
    for (const event of events) if (event.name === "ClassDeclared") event.args = { ...event.args, name: HOSTILE };
    put({ id: 1n, text: HOSTILE });
    const feed = parseXml(feedOf(events, now(), { name: HOSTILE }));
    const names = (one: Element): string[] => [one.name, ...one.children.flatMap(names)];
    const own = ["feed", "id", "title", "updated", "author", "name", "link", "entry", "category", "content"];
    expect(own).to.include.members(names(feed));
    const [entry] = all(feed, "entry");
    expect(textIn(entry, "title")).to.contain("Notice: <script>alert(1)</script> & \"quoted\" 'it'");
    expect(textIn(entry, "content")).to.contain(cleaned(HOSTILE));
    expect(entry && all(entry, "content")[0]?.attributes).to.deep.equal({ type: "text" });
  });

  it("of a co-op that has put nothing to the vote is empty and dated by its founding", () => {
    const { events, now } = house(1, 0);
    const feed = parseXml(feedOf(events, now()));
    expect(all(feed, "entry")).to.deep.equal([]);
    expect(textIn(feed, "updated")).to.equal(
      new Date((events[0]?.timestamp ?? 0) * 1_000).toISOString().replace(".000", ""),
    );
    expect(events[0]?.args).to.include({ module: moduleOf(2) });
  });

  it("holds the latest hundred", () => {
    const { put, events, now } = house(2, 0);
    for (let id = 1n; id <= 101n; id++) put({ id, text: `Motion ${id}` });
    const entries = all(parseXml(feedOf(events, now())), "entry");
    expect(entries).to.have.length(100);
    expect(textIn(entries[0], "title")).to.equal("Notice: Motion 101 (No. 101)");
  });
});
