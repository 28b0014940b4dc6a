// What becomes of proposals as an Atom feed (RFC 4287): an entry each for the notice, the opening of the vote, its close and what
// follows. All of it comes from the chain, its time included, so whoever makes the feed makes the same one.
import type { Books } from "./books.ts";
import type { Coop, Proposal } from "./model.ts";
import { textOf } from "./motion-text.ts";
import { type Numbered, numberedProposals } from "./numbering.ts";
import { outcomeOf, rulesOf, tallyOf } from "./outcome.ts";
import { KIND_NAMES, TOPIC_NAMES } from "./rules.ts";
import { outcomeSentence, ruleSentence } from "./sentence.ts";
import { executionWindow, stateOf } from "./state.ts";
import { nameFor, pageAt } from "./texts/ids.ts";
import { isoSeconds, momentOf } from "./texts/moment.ts";
import { personBehind } from "./texts/people.ts";
import { onOneLine } from "./texts/plain.ts";
import { element, emptyElement } from "./texts/xml.ts";
import { capitalised } from "./words.ts";

export type FeedOf = {
  /** Of the co-op. */
  name: string;
  chainId: number;
  /** Where the dApp stands, and the feed itself. */
  pageUrl: string;
  feedUrl?: string;
  /** The chain's time, unix seconds. */
  now: number;
};

type Step = "notice" | "opened" | "closed" | "carried-out" | "lapsed";
type News = { proposal: Numbered<Proposal>; step: Step; at: number };

/** A feed holds the latest; the whole history is in the books. */
const MOST_ENTRIES = 100;

export function atomFeed({ coop }: Pick<Books, "coop">, of: FeedOf): string {
  const { name, chainId, pageUrl, feedUrl } = of;
  const latest = latestNews(coop, of.now);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element("id", nameFor(chainId, coop.directory ?? "", "proposals")),
    element("title", onOneLine(`${name}: proposals`), { type: "text" }),
    element("updated", isoSeconds(latest[0]?.at ?? coop.placements[0]?.at ?? 0)),
    `<author>${element("name", onOneLine(name))}</author>`,
    emptyElement("link", { rel: "alternate", type: "text/html", href: pageAt(pageUrl, "/proposals") }),
    ...(feedUrl ? [emptyElement("link", { rel: "self", type: "application/atom+xml", href: feedUrl })] : []),
    ...latest.map((news) => entryOf(coop, news, of)),
    "</feed>\n",
  ].join("\n");
}

/** The newest first; of what happened in one second the later step. Whether one lapsed is asked only of those that could show. */
function latestNews(coop: Coop, now: number): News[] {
  const news = numberedProposals(coop)
    .flatMap((proposal) => stepsOf(coop, proposal))
    .filter(({ at }) => at <= now)
    .reverse()
    .sort((a, b) => b.at - a.at);
  const latest: News[] = [];
  for (const one of news) {
    if (latest.length === MOST_ENTRIES) break;
    if (one.step !== "lapsed" || stateOf(coop, one.proposal, now) === "lapsed") latest.push(one);
  }
  return latest;
}

function stepsOf(coop: Coop, proposal: Numbered<Proposal>): News[] {
  const { noticeAt, voteStart, voteEnd, executedAt, kind } = proposal;
  const steps: News[] = [
    { proposal, step: "notice", at: noticeAt },
    { proposal, step: "opened", at: voteStart },
    { proposal, step: "closed", at: voteEnd + 1 },
  ];
  if (executedAt !== undefined) steps.push({ proposal, step: "carried-out", at: executedAt });
  else if (kind > 0) steps.push({ proposal, step: "lapsed", at: executionWindow(coop, proposal).ends + 1 });
  return steps;
}

function entryOf(coop: Coop, { proposal, step, at }: News, { chainId, pageUrl }: FeedOf): string {
  const { id, assembly, number, proposer, noticeAt, kind, topic, description } = proposal;
  const { title, says } = WORDS[step](coop, proposal);
  return [
    "<entry>",
    element("id", nameFor(chainId, assembly, "proposal", id, step)),
    element("title", onOneLine(`${title}: ${textOf(description).title} (No. ${number})`), { type: "text" }),
    element("updated", isoSeconds(at)),
    `<author>${element("name", capitalised(personBehind(coop, proposer, noticeAt)))}</author>`,
    emptyElement("category", { term: KIND_NAMES[kind] }),
    emptyElement("category", { term: TOPIC_NAMES[topic] }),
    emptyElement("link", { rel: "alternate", type: "text/html", href: pageAt(pageUrl, `/proposals/${number}`) }),
    element("content", `${says}\n\n${description}`, { type: "text" }),
    "</entry>",
  ].join("\n");
}

const WORDS: Record<Step, (coop: Coop, proposal: Proposal) => { title: string; says: string }> = {
  notice: (coop, proposal) => ({
    title: "Notice",
    says: `Voting opens on ${momentOf(proposal.voteStart)} and closes on ${momentOf(proposal.voteEnd)}. ${needs(coop, proposal, false)}`,
  }),
  opened: (coop, proposal) => ({
    title: "Voting open",
    says: `Voting is open until ${momentOf(proposal.voteEnd)}. ${needs(coop, proposal, proposal.terms.everyClass)}`,
  }),
  closed: (coop, proposal) => {
    const outcome = outcomeOf(coop, proposal);
    const { opens, ends } = executionWindow(coop, proposal);
    const goesOn = outcome.verdict === "passed" && proposal.kind > 0;
    return {
      title: VERDICT_TITLES[outcome.verdict],
      says: [
        outcomeSentence(outcome, tallyOf(coop, proposal), true, proposal.terms),
        ...(goesOn ? [`Anyone can carry it out from ${momentOf(opens)} to ${momentOf(ends)}.`] : []),
      ].join(" "),
    };
  },
  "carried-out": (_, { executedTx }) => ({ title: "Carried out", says: `In transaction ${executedTx}.` }),
  lapsed: () => ({ title: "Lapsed", says: "It had passed, and nobody carried it out in time." }),
};

const VERDICT_TITLES = { passed: "Passed", held: "Held", adjourned: "Adjourned", defeated: "Not carried" } as const;

/** A class can ask that every class agree until voting opens: the notice does not know of it yet. */
function needs(coop: Coop, proposal: Proposal, everyClass: boolean): string {
  const { kindRule, voting } = rulesOf(coop, proposal);
  const roll = proposal.rolls.reduce((sum, one) => sum + one, 0);
  return ruleSentence(kindRule, voting, roll, proposal.kind, { ...proposal.terms, everyClass });
}
