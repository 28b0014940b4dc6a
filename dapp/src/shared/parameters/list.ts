// Every parameter of a co-op with its bounds, as docs/rulebook.md and the contracts have them.
import type { CoopClass } from "../../../../books/coop.ts";
import { KIND_NAMES } from "../../../../books/rules.ts";
import { said, t } from "../../../../books/say.ts";
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

/** What the co-op is for: words, and so of no group. */
export const PURPOSE = { module: "directory", event: "PurposeStated" } as const;

const WITHIN = t`0 to 100 %`;

/** Of one kind of resolution; its values are those of that kind's rules. */
const ofKind = (kind: number): Parameter[] => {
  const strict = kind >= 2;
  const notice = kind === 0 ? t`none or more` : kind === 3 ? t`at least 14 days` : t`at least 3 days`;
  const inKind = (parameter: Parameter): Parameter => ({
    ...parameter,
    say: (values, settlement) => parameter.say((values.kinds as Values[])[kind] ?? {}, settlement),
  });
  return [
    figure(kind === 3 ? "V6" : "V1", "notice", t`Notice before the vote`, "span", notice),
    figure("V2", "period", t`Time to vote`, "span", t`1 to 60 days`),
    figure("V3", "quorumNumber", t`Ballots needed: at least so many`, "count", t`at least 2`),
    figure("V3", "quorumShare", t`Ballots needed: at least this share of the roll`, "share", t`at least 5 %`),
    figure(
      strict ? "V5" : "V4",
      "threshold",
      strict ? t`Votes for it: at least` : t`Votes for it: more than`,
      "share",
      strict ? t`at least 66 %` : t`at least 50 %`,
    ),
    figure(
      strict ? "V5" : "V4",
      "turnout",
      t`Turnout needed, of the roll`,
      "share",
      strict ? t`at least 33 %` : WITHIN,
    ),
    figure("C4", "everyClass", t`Every class must agree`, "yesNo", kind === 3 ? t`always` : t`either`),
    // What an advisory resolution passes stands by itself.
    ...(kind === 0
      ? []
      : [
          figure("V13", "delay", t`Wait before it is carried out`, "span", t`1 to 30 days`),
          figure("V13", "window", t`Time to carry it out`, "span", t`7 to 180 days`),
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
  name: t`Weight of the class ${name}`,
  bound: t`all together 100 %`,
  say: ({ weights }) => percentOf((weights as number[])[index] ?? 0),
});

const voting = (classes: readonly CoopClass[]): Parameter[] =>
  [
    figure("V4", "byWeight", t`Votes are weighed by class`, "yesNo", t`either`),
    ...classes.map(weight),
    figure("C2", "investorCap", t`Investors together weigh at most`, "share", t`at most 25 %`),
    figure(
      "V7",
      "disposalShare",
      t`Ordinary resolutions part with less than, in twelve months`,
      "share",
      t`at most 50 %`,
    ),
    figure("V8", "secondersShare", t`Seconders: this share of the members`, "share", t`at most 10 %`),
    figure("V8", "secondersNumber", t`Seconders: but never more than`, "count", t`at most 100`),
    figure("V9", "barredFor", t`What was clearly defeated waits`, "span", t`at most 365 days`),
    figure(
      "V10",
      "blockShare",
      t`Blocks that hold a proposal: this share of the ballots`,
      "share",
      t`none, or at least 1 %`,
    ),
    figure("V10", "blockNumber", t`Blocks that hold a proposal: and at least`, "count", t`none, or at least 1`),
    figure("V11", "proxyLimit", t`A proxy speaks for at most so many others`, "count", t`at most 10`),
  ].map(inVoting);

type Source = Pick<Group, "at" | "module" | "event">;
const RULES = { module: "assembly", event: "RulesSet" } as const;

const set = (id: string, title: string, source: Source, parameters: Parameter[]): Group => ({
  ...{ id, title, ...source, parameters },
});

export const groupsOf = (classes: readonly CoopClass[]): Group[] => [
  set("voting", t`Voting`, { at: "rules.voting", ...RULES }, voting(classes)),
  ...KIND_NAMES.map((name, kind) =>
    set(name, capitalised(t`${said(name)} resolutions`), { at: `rules.kinds.${kind}`, ...RULES }, ofKind(kind)),
  ),
  set("membership", t`Membership`, { at: "membership", module: "register", event: "MembershipTermsSet" }, [
    figure("M2", "decideWithin", t`An application is decided within`, "span", t`at most 90 days`),
    figure("M4", "suspensionLimit", t`A suspension lasts at most`, "span", t`at most 90 days`),
    figure("M6", "recoveryWait", t`A lost account is replaced after`, "span", t`7 to 60 days`),
  ]),
  set("shares", t`Member shares`, { at: "shares", module: "shares", event: "TermsSet" }, [
    figure("S1", "par", t`Price of a share`, "money", t`fixed at the founding`),
    figure("S1", "minimum", t`Shares that a member holds at least`, "count", t`fixed at the founding`),
    figure("S1", "maximum", t`Shares that a member holds at most`, "count", t`a number`),
    figure("S2", "notice", t`Notice before a withdrawal`, "span", t`at most 365 days`),
    figure("S3", "suspensionLimit", t`Withdrawals are stopped for at most`, "span", t`at most 365 days`),
    figure("S4", "interestCap", t`Interest in a year, at most`, "share", t`at most 8 %`),
  ]),
  set("surplus", t`Surplus`, { at: "surplus", module: "surplus", event: "SurplusTermsSet" }, [
    figure("A7", "period", t`A period lasts`, "span", t`28 to 366 days`),
    figure("A1", "reserveShare", t`Of every surplus to the reserve, at least`, "share", t`at least 5 %`),
    figure("A6", "communityShare", t`Of every surplus to the community`, "share", t`at most 50 %`),
    figure("S6", "inShares", t`Of every dividend taken in shares`, "share", t`at most 50 %`),
  ]),
  set("market", t`Market`, { at: "market", module: "market", event: "MarketTermsSet" }, [
    figure("J1", "fee", t`Fee, of the fare`, "share", t`at most 20 %`),
    figure("J2", "commonsShare", t`Of the fee to the commons fund`, "share", t`at least 25 %`),
    figure("J3", "window", t`A finished job is paid out after`, "span", t`1 hour to 14 days`),
    figure("J4", "ruleWithin", t`A dispute is decided within`, "span", t`1 to 30 days`),
    figure("J4", "defaultAward", t`Otherwise the provider gets`, "share", WITHIN),
    figure("J5", "workShare", t`Points for the work, of all`, "share", WITHIN),
    figure("J6", "speed", t`A ride's distance counts up to, in km/h`, "count", t`1 to 300`),
    figure("J7", "membersOnly", t`For members only`, "yesNo", t`either`),
  ]),
];
