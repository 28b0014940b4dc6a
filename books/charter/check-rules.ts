// Whether the rules of decision making keep their bounds and go together: the twin of contracts/libraries/RuleBounds.sol.
import { KIND_NAMES, type KindRule } from "../rules.ts";
import { capitalised } from "../words.ts";
import { type CharterRules, ClassKind } from "./charter.ts";
import { DAY } from "./defaults.ts";
import { type Figure, outOfBounds, type Problem, percent, plain, spanned, unless } from "./problem.ts";

const ONE = 10_000;
const INFINITE = Number.POSITIVE_INFINITY;
/** Of notice, of each kind. */
const LEAST_NOTICE = [0, 3 * DAY, 3 * DAY, 14 * DAY];
/** What makes a kind stricter than the one below it. */
const STRICTER = ["V4", "V4", "V5", "V6"];

const VOTING: readonly Figure[] = [
  ["C2", "investorCap", "What investors together can weigh", 0, 2_500, percent],
  ["V7", "disposalShare", "What ordinary resolutions part with in twelve months", 0, 5_000, percent],
  ["V8", "secondersShare", "The share of the members who second a draft", 0, 1_000, percent],
  ["V8", "secondersNumber", "The number of seconders that is always enough", 0, 100, plain],
  ["V9", "barredFor", "The time for which a clear defeat bars the same actions", 0, 365 * DAY, spanned],
  ["V11", "proxyLimit", "The number of members for whom a proxy speaks", 0, 10, plain],
];

export const rulesProblems = (rules: CharterRules, classes: readonly { kind: number }[]): Problem[] => [
  ...weightProblems(rules.voting, classes),
  ...outOfBounds(rules.voting, "rules.voting", VOTING),
  ...blockProblems(rules.voting),
  ...rules.kinds.flatMap((rule, kind) => kindProblems(rule, kind)),
  ...rules.kinds.flatMap((rule, kind) => stepProblems(rules.kinds[kind - 1], rule, kind)),
];

function weightProblems(
  { weights, byWeight }: CharterRules["voting"],
  classes: readonly { kind: number }[],
): Problem[] {
  const path = "rules.voting.weights";
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const isInvestor = (i: number) => classes[i]?.kind === ClassKind.Investor;
  const others = weights.reduce((all, weight, i) => (classes[i] && !isInvestor(i) ? all + weight : all), 0);
  return [
    ...unless(sum === ONE, "C1", path, `The weights of the classes make up ${percent(sum)}; they must make up 100 %.`),
    ...weights.flatMap((weight, i) =>
      unless(
        !!classes[i] || weight === 0,
        "C1",
        `${path}.${i}`,
        "A weight is for a class that there is not: it must be 0.",
      ),
    ),
    ...classes.flatMap((_, i) =>
      unless(
        !byWeight || isInvestor(i) || (weights[i] ?? 0) !== 0,
        "M1",
        `${path}.${i}`,
        "Where votes are weighed by class, a class without weight has no vote: only investors can do without.",
      ),
    ),
    ...unless(others !== 0, "C2", path, "Investors alone decide nothing: another class must have a weight."),
  ];
}

function blockProblems({ blockShare, blockNumber }: CharterRules["voting"]): Problem[] {
  const off = blockShare === 0 && blockNumber === 0;
  const lawful = blockShare >= 100 && blockShare <= ONE && blockNumber >= 1;
  const sentence =
    "Blocks hold a proposal at 1 to 100 % of the ballots and at least one member, or never: both figures 0.";
  return unless(off || lawful, "V10", "rules.voting.blockShare", sentence);
}

function kindProblems(rule: KindRule, kind: number): Problem[] {
  const strict = kind >= 2;
  const clause = strict ? "V5" : "V4";
  const of = `of ${KIND_NAMES[kind]} resolutions`;
  const path = `rules.kinds.${kind}`;
  const figures: Figure[] = [
    [kind === 3 ? "V6" : "V1", "notice", `The notice ${of}`, LEAST_NOTICE[kind] ?? 0, 365 * DAY, spanned],
    ["V2", "period", `The time to vote ${of}`, DAY, 60 * DAY, spanned],
    ["V3", "quorumNumber", `The number of ballots ${of}`, 2, INFINITE, plain],
    ["V3", "quorumShare", `The share of ballots ${of}`, 500, ONE, percent],
    [clause, "threshold", `The majority ${of}`, strict ? 6_600 : 5_000, strict ? ONE : ONE - 1, percent],
    [clause, "turnout", `The turnout ${of}`, strict ? 3_300 : 0, ONE, percent],
    ["V13", "delay", `The wait ${of}`, DAY, 30 * DAY, spanned],
    ["V13", "window", `The time to carry out ${of}`, 7 * DAY, 180 * DAY, spanned],
  ];
  return [
    ...outOfBounds(rule, path, figures),
    ...unless(
      rule.everyClass || kind !== 3,
      "V6",
      `${path}.everyClass`,
      "Constitutional resolutions need every class.",
    ),
  ];
}

/** A stricter kind is nowhere easier than the one below it. */
function stepProblems(below: KindRule | undefined, above: KindRule, kind: number): Problem[] {
  if (!below) return [];
  const clause = STRICTER[kind] ?? "";
  const [lesser, stricter] = [KIND_NAMES[kind - 1], capitalised(KIND_NAMES[kind] ?? "")];
  const grows = (key: keyof KindRule, name: string, more = false): Problem[] =>
    unless(
      more ? above[key] > below[key] : above[key] >= below[key],
      clause,
      `rules.kinds.${kind}.${key}`,
      `${stricter} resolutions can not ask for less ${name} than ${lesser} ones: raise it here or lower it there.`,
    );
  return [
    // An ordinary resolution needs more than its threshold, an extraordinary one just that.
    ...grows("threshold", "of a majority", kind === 2),
    ...grows("turnout", "turnout"),
    ...grows("notice", "notice"),
    ...grows("quorumNumber", "ballots"),
    ...grows("quorumShare", "ballots"),
    ...grows("everyClass", "agreement of the classes"),
  ];
}
