// Every parameter of a co-op with its bounds, as docs/rulebook.md and the contracts have them.
import type { CoopClass } from "../../../../books/coop.ts";
import { KIND_NAMES } from "../../../../books/rules.ts";
import { capitalised } from "../../../../books/words.ts";
import type { ModuleName } from "../chain/places.ts";
import { percentOf } from "../format/rate.ts";
import { figure, type Parameter, type Values } from "./parameter.ts";

export type Group = {
  id: string;
  title: string;
  /** Where they are in a charter. */
  at: string;
  /** What sets them: an event of a module. */
  module: ModuleName;
  event: string;
  parameters: readonly Parameter[];
};

const WITHIN = "0 to 100 %";

/** Of one kind of resolution; its values are those of that kind's rules. */
const ofKind = (kind: number): Parameter[] => {
  const strict = kind >= 2;
  const notice = kind === 0 ? "none or more" : kind === 3 ? "at least 14 days" : "at least 3 days";
  const inKind = (parameter: Parameter): Parameter => ({
    ...parameter,
    say: (values, settlement) => parameter.say((values.kinds as Values[])[kind] ?? {}, settlement),
  });
  return [
    figure(kind === 3 ? "V6" : "V1", "notice", "Notice before the vote", "span", notice),
    figure("V2", "period", "Time to vote", "span", "1 to 60 days"),
    figure("V3", "quorumNumber", "Ballots needed: at least so many", "count", "at least 2"),
    figure("V3", "quorumShare", "Ballots needed: at least this share of the roll", "share", "at least 5 %"),
    figure(
      strict ? "V5" : "V4",
      "threshold",
      strict ? "Votes for it: at least" : "Votes for it: more than",
      "share",
      strict ? "at least 66 %" : "at least 50 %",
    ),
    figure(strict ? "V5" : "V4", "turnout", "Turnout needed, of the roll", "share", strict ? "at least 33 %" : WITHIN),
    figure("C4", "everyClass", "Every class must agree", "yesNo", kind === 3 ? "always" : "either"),
    // What an advisory resolution passes stands by itself.
    ...(kind === 0
      ? []
      : [
          figure("V13", "delay", "Wait before it is carried out", "span", "1 to 30 days"),
          figure("V13", "window", "Time to carry it out", "span", "7 to 180 days"),
        ]),
  ].map(inKind);
};

const inVoting = (parameter: Parameter): Parameter => ({
  ...parameter,
  say: (values, settlement) => parameter.say(values.voting as Values, settlement),
});

const weight = ({ index, name }: CoopClass): Parameter => ({
  rule: "C1",
  key: `weights.${index}`,
  unit: "share",
  name: `Weight of the class ${name}`,
  bound: "all together 100 %",
  say: ({ weights }) => percentOf((weights as number[])[index] ?? 0),
});

const voting = (classes: readonly CoopClass[]): Parameter[] =>
  [
    figure("V4", "byWeight", "Votes are weighed by class", "yesNo", "either"),
    ...classes.map(weight),
    figure("C2", "investorCap", "Investors together weigh at most", "share", "at most 25 %"),
    figure(
      "V7",
      "disposalShare",
      "Ordinary resolutions part with less than, in twelve months",
      "share",
      "at most 50 %",
    ),
    figure("V8", "secondersShare", "Seconders: this share of the members", "share", "at most 10 %"),
    figure("V8", "secondersNumber", "Seconders: but never more than", "count", "at most 100"),
    figure("V9", "barredFor", "What was clearly defeated waits", "span", "at most 365 days"),
    figure(
      "V10",
      "blockShare",
      "Blocks that hold a proposal: this share of the ballots",
      "share",
      "none, or at least 1 %",
    ),
    figure("V10", "blockNumber", "Blocks that hold a proposal: and at least", "count", "none, or at least 1"),
    figure("V11", "proxyLimit", "A proxy speaks for at most so many others", "count", "at most 10"),
  ].map(inVoting);

type Source = Pick<Group, "at" | "module" | "event">;
const RULES = { module: "assembly", event: "RulesSet" } as const;

const set = (id: string, title: string, source: Source, parameters: Parameter[]): Group => ({
  ...{ id, title, ...source, parameters },
});

export const groupsOf = (classes: readonly CoopClass[]): Group[] => [
  set("voting", "Voting", { at: "rules.voting", ...RULES }, voting(classes)),
  ...KIND_NAMES.map((name, kind) =>
    set(name, `${capitalised(name)} resolutions`, { at: `rules.kinds.${kind}`, ...RULES }, ofKind(kind)),
  ),
  set("membership", "Membership", { at: "membership", module: "register", event: "MembershipTermsSet" }, [
    figure("M2", "decideWithin", "An application is decided within", "span", "at most 90 days"),
    figure("M4", "suspensionLimit", "A suspension lasts at most", "span", "at most 90 days"),
    figure("M6", "recoveryWait", "A lost account is replaced after", "span", "7 to 60 days"),
  ]),
  set("shares", "Member shares", { at: "shares", module: "shares", event: "TermsSet" }, [
    figure("S1", "par", "Price of a share", "money", "fixed at the founding"),
    figure("S1", "minimum", "Shares that a member holds at least", "count", "fixed at the founding"),
    figure("S1", "maximum", "Shares that a member holds at most", "count", "a number"),
    figure("S2", "notice", "Notice before a withdrawal", "span", "at most 365 days"),
    figure("S3", "suspensionLimit", "Withdrawals are stopped for at most", "span", "at most 365 days"),
    figure("S4", "interestCap", "Interest in a year, at most", "share", "at most 8 %"),
  ]),
  set("surplus", "Surplus", { at: "surplus", module: "surplus", event: "SurplusTermsSet" }, [
    figure("A7", "period", "A period lasts", "span", "28 to 366 days"),
    figure("A1", "reserveShare", "Of every surplus to the reserve, at least", "share", "at least 5 %"),
    figure("A6", "communityShare", "Of every surplus to the community", "share", "at most 50 %"),
    figure("S6", "inShares", "Of every dividend taken in shares", "share", "at most 50 %"),
  ]),
  set("market", "Market", { at: "market", module: "market", event: "MarketTermsSet" }, [
    figure("J1", "fee", "Fee, of the fare", "share", "at most 20 %"),
    figure("J2", "commonsShare", "Of the fee to the commons fund", "share", "at least 25 %"),
    figure("J3", "window", "A finished job is paid out after", "span", "1 hour to 14 days"),
    figure("J4", "ruleWithin", "A dispute is decided within", "span", "1 to 30 days"),
    figure("J4", "defaultAward", "Otherwise the provider gets", "share", WITHIN),
    figure("J5", "workShare", "Points for the work, of all", "share", WITHIN),
    figure("J6", "speed", "A ride's distance counts up to, in km/h", "count", "1 to 300"),
    figure("J7", "membersOnly", "For members only", "yesNo", "either"),
  ]),
];
