// The minutes of a resolution: what they say of a vote, and that nothing people wrote becomes more than words.
import { expect } from "chai";
import { parsers } from "prettier/plugins/markdown";
import type { Books } from "../../books/books.ts";
import { emptyCommons } from "../../books/commons.ts";
import { coopOf } from "../../books/coop.ts";
import type { BookEvent } from "../../books/event.ts";
import { emptyMarket } from "../../books/market.ts";
import { minutesOf } from "../../books/minutes.ts";
import { rollOfClass } from "../../books/texts/roll.ts";
import { audit } from "../../scripts/audit/run.ts";
import { serveRpc } from "../audit/rpc-proxy.ts";
import { livedInCoop } from "../audit/story.ts";
import { hashOf, perTest } from "../helpers/coop.ts";
import { HOSTILE } from "./hostile.ts";
import { house, proposalIn, seat } from "./house.ts";
import { ASSET, account, hash } from "./sample.ts";

const OF = { name: "Wheelwright", chainId: 31_337 };

type Node = { type: string; value?: string; children?: Node[]; depth?: number; url?: string };

/** What a Markdown reader makes of a text, all of it in one list. */
function nodesOf(markdown: string): Node[] {
  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
  return all(parsers.markdown.parse(markdown, {} as never) as Node);
}
const wordsIn = ({ value = "", children = [] }: Node): string => value + children.map(wordsIn).join("");

function minutes(events: readonly BookEvent[], now: number, id = 1n, more = {}): string {
  const coop = coopOf(events);
  const books = { coop, commons: emptyCommons(), market: emptyMarket() };
  return minutesOf(books, proposalIn(coop, id), { ...OF, now, ...more });
}

describe("Minutes", () => {
  describe("of a lived-in co-op", function () {
    this.timeout(60_000);
    const story = perTest(livedInCoop);
    let books: Books;
    let rpc: Awaited<ReturnType<typeof serveRpc>>;
    before(async () => {
      rpc = await serveRpc(story().chain.connection.provider);
      const report = await audit({ rpc: rpc.url, coop: story().coop.directory });
      books = { coop: report.books, commons: report.commons, market: report.market };
    });
    after(() => rpc.close());
    const of = (id: bigint) =>
      minutesOf(books, proposalIn(books.coop, id), { ...OF, now: books.coop.upTo?.timestamp ?? 0 });

    it("find as many on every roll as the contracts counted when it closed", () => {
      for (const proposal of books.coop.proposals.values()) {
        const found = proposal.rolls.map((_, index) => rollOfClass(books.coop, proposal, index).length);
        expect(found).to.deep.equal(proposal.rolls);
      }
    });

    it("tell of the petition, of ballots that were changed, and of a class that stood against it", () => {
      const text = of(story().petitionedId);
      expect(text).to.contain(
        "**Lost, because the riders stand against it, and a class had asked that every class agree:",
      );
      expect(text).to.contain("- Riders: member 2, member 6, member 10; 3 of 3, enough, so every class must agree");
      expect(text).to.contain("| Riders | 30 % | 3 | 2 | 0 | 2 | 0 | 0 | yes |");
      expect(text).to.match(/\| 7 \| for \| \S+ \S+ UTC \| itself, changed 1 time \|/);
      expect(text).to.contain("## Carrying out\n\nNothing was carried out.");
    });

    it("tell of the expulsion: who was on no roll of it and was heard, and that it was carried out", () => {
      const text = of(story().expulsionId);
      expect(text).to.contain("- On no roll of it: member 9, whom it would expel");
      expect(text).to.contain(`- What that member said: documents with the fingerprints \`${hashOf("statement")}\``);
      expect(text).to.match(/## Carrying out\n\nCarried out on \S+ \S+ UTC, in transaction `0x[0-9a-f]{64}`\./);
      expect(text).to.contain("- Call: `register.expel` at");
    });

    it("tell of seconders, of proxies, and of signed ballots that were passed over", async () => {
      const open = of(await story().open.id());
      expect(open).to.contain("- Seconded by: member 3, member 4");
      expect(open).to.match(/\| 7 \| for \| \S+ \S+ UTC \| by its proxy, member 3, changed 1 time \|/);
      expect(of(story().thankedId)).to.match(/\| the account 0xDf37\w+ \| no member \|/);
    });
  });

  it("say who voted and who did not, by the roll that closed with the notice, and no other", () => {
    const { add, put, vote, wait, events, now } = house(4, 2);
    add("register", "Left", { memberId: 2 });
    put({ id: 1n, told: { rolls: [3, 2], serials: [4, 2] } });
    add("register", "Admitted", { memberId: 7, account: account(7), seat: seat(0, 5), commitment: hash(7) });
    wait(14);
    events.push(vote(1n, 1, 1), vote(1n, 5, 0));
    add("register", "Left", { memberId: 3 });
    wait(15);
    const text = minutes(events, now());
    expect(text).to.match(/\| 1 \| for \| 2023-\S+ \S+ UTC \|/);
    expect(text).to.match(/Did not vote: members 3 \(whose seat closed on [^)]+\) and 4\.\n\n### Riders/);
    expect(text).to.contain("Did not vote: member 6.");
    expect(text).to.contain("| Drivers | 3 |");
    expect(text).to.not.match(/members? [27]\b/);
    expect(text).to.contain("**Lost, one ballot short of the 3 it needed: Drivers 100 % for, riders 0 %.**");
  });

  it("name the member for whom an account spoke then, whoever it speaks for now", () => {
    const { add, put, events, now } = house(3, 0);
    put({ id: 1n });
    add("register", "Left", { memberId: 1 });
    add("register", "Admitted", { memberId: 4, account: account(1), seat: seat(0, 4), commitment: hash(4) });
    put({ id: 2n, text: "Again", told: { rolls: [3, 0], serials: [4, 0] } });
    expect(minutes(events, now(), 1n)).to.contain("- Brought by member 1\n");
    expect(minutes(events, now(), 2n)).to.contain("- Brought by member 4\n");
  });

  it("say so where the seat of somebody on the roll closed in the very second of the notice", () => {
    const { add, put, wait, events, now } = house(3, 0);
    put({ id: 1n });
    add("register", "Left", { memberId: 2 }, 0);
    wait(30);
    expect(minutes(events, now())).to.contain(
      "Did not vote: members 1 and 3.\n\nOn the roll too, with a seat that closed in the second of the notice: 1.",
    );
  });

  it("of a vote that is not over say that they are interim, and until when it is open", () => {
    const { put, vote, wait, events, now } = house(3, 0);
    put({ id: 1n });
    const onNotice = minutes(events, now());
    expect(onNotice).to.match(/^# Interim minutes of proposal No\. 1: Motion\n\n\*\*Interim: voting opens on /);
    expect(onNotice).to.contain("Nobody has voted yet.");
    wait(14);
    events.push(vote(1n, 1, 1));
    expect(minutes(events, now())).to.match(
      /\*\*Interim: voting is open until .*\n[\s\S]*Did not vote yet: members 2 and 3\./,
    );
    wait(15);
    expect(minutes(events, now()))
      .to.match(/^# Minutes of proposal/)
      .and.not.contain("nterim");
  });

  it("give the reasons in the words of those who voted, and what each changed", () => {
    const { tell, put, vote, wait, events, now } = house(3, 0);
    put({ id: 1n });
    wait(14);
    const because = { voter: account(2), proposalId: 1n, support: 0, weight: 1n, reason: "Too dear.\nAsk again." };
    events.push(vote(1n, 2, 1), tell("assembly", "VoteCast", because));
    const text = minutes(events, now());
    expect(text).to.contain("Member 2 gave as reason:\n\n> Too dear.  \n> Ask again.");
    expect(text).to.match(/\| 2 \| against \| .* \| itself, changed 1 time \|/);
  });

  it("say what an action does in a sentence where there is one, and the call itself argument by argument", () => {
    const { put, events, now } = house(3, 0);
    const word = (digits: string | number) => BigInt(digits).toString(16).padStart(64, "0");
    const data = `0x27d3350d${word(1)}${word(ASSET)}${word(account(2))}${word(6_800_500_000)}${word(7)}` as const;
    put({ id: 1n, actions: [["0x0000000000000000000000000000000000000108", data]] });
    const token = { address: ASSET, symbol: "EUR", decimals: 6 };
    const text = minutes(events, now(), 1n, { token, sentences: ["Pays a workshop."] });
    expect(text).to.contain("**Action 1.** Pays a workshop.\n\n- Call: `treasury.pay` at `0x");
    expect(text).to.contain(
      `- fund: operating fund\n- asset: EUR (${ASSET})\n- to: member 2 (${account(2)})\n- amount: 6,800.50 EUR\n- memo: ${hash(7)}\n- As it is: \`${data}\``,
    );
  });

  it("keep what people wrote as words: no markup of theirs gets through [case 124]", () => {
    const [hostile, calm] = [HOSTILE, "Calm"].map((words) => nodesOf(minutesWith(words)));
    expect(structureOf(hostile)).to.deep.equal(structureOf(calm));
    const [text, reason] = hostile?.filter(({ type }) => type === "blockquote").map(wordsIn) ?? [];
    for (const quotation of [text, reason]) {
      expect(quotation).to.contain('<script>alert(1)</script> & "quoted"').and.contain("<img src=x onerror=alert(1)>");
      expect(quotation).to.contain("[click](javascript:alert(1))").and.contain("\u00a0\u00a0\u00a0\u00a0indented code");
      expect(quotation).to.contain("1. one").and.contain("BEGIN:VEVENT");
    }
  });

  /** A house in which class, title, text, reason and name of the co-op are somebody's words. */
  function minutesWith(words: string): string {
    const { tell, put, wait, events, now } = house(3, 0);
    for (const event of events) if (event.name === "ClassDeclared") event.args = { ...event.args, name: words };
    put({ id: 1n, text: words });
    wait(14);
    events.push(
      tell("assembly", "VoteCast", { voter: account(1), proposalId: 1n, support: 1, weight: 1n, reason: words }),
    );
    return minutes(events, now(), 1n, { name: words, sentences: [words] });
  }
});

/** Everything that is more than words in paragraphs; an address in the text that a reader makes a link to itself is none. */
function structureOf(nodes: Node[] | undefined): string[] {
  const words = ["root", "paragraph", "text", "sentence", "word", "whitespace", "break"];
  return (nodes ?? [])
    .filter((node) => !words.includes(node.type) && !(node.type === "link" && node.url === wordsIn(node)))
    .map(({ type, depth = "" }) => `${type}${depth}`);
}
