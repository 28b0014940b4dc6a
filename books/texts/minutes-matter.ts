// Minutes: what the resolution does, and the votes of each class.

import type { Coop, Proposal } from "../model.ts";
import { outcomeOf, rulesOf, tallyOf } from "../outcome.ts";
import { ABSTAIN, AGAINST, BLOCK, FOR, type Votes } from "../rules.ts";
import { t } from "../say.ts";
import { measureInWords } from "../sentence.ts";
import { percent } from "../words.ts";
import { callsOf, type SaidCall, type SaidIn } from "./calls.ts";
import { inline, table } from "./markdown.ts";

type Said = { sentences?: readonly string[]; token?: SaidIn["token"] };

/** Each action in a sentence where somebody has one for it, then the call itself: by name, argument by argument, and as it is. */
export function actionsPart(coop: Coop, proposal: Proposal, { sentences = [], token }: Said): string {
  const calls = callsOf(coop, proposal, { at: proposal.noticeAt, token });
  return calls.map((call, i) => actionOf(call, i, sentences[i])).join("\n\n");
}

function actionOf({ target, data, name, says = [] }: SaidCall, index: number, sentence: string | undefined): string {
  const call = name ? t`\`${name}\` at \`${target}\`` : t`A call that we have no words for, to \`${target}\``;
  return [
    t`**Action ${index + 1}.**${sentence ? ` ${inline(sentence)}` : ""}`,
    [
      t`- Call: ${call}`,
      ...says.map((one) => `- ${inline(one.name)}: ${inline(one.value)}`),
      t`- As it is: \`${data}\``,
    ].join("\n"),
  ].join("\n\n");
}

export function talliesPart(coop: Coop, proposal: Proposal): string {
  const { voting, kindRule } = rulesOf(coop, proposal);
  const outcome = outcomeOf(coop, proposal);
  const classes = tallyOf(coop, proposal);
  const rows = classes.map(({ index, name, roll, votes }) => [
    inline(name),
    ...(voting.byWeight ? [`${(voting.weights[index] ?? 0) / 100} %`] : []),
    roll,
    ...inColumns(votes),
    (outcome.counting >> index) & 1 ? "yes" : "no",
  ]);
  const all = classes.reduce((sum, { votes }) => sum.map((count, i) => count + (votes[i] ?? 0)), [0, 0, 0, 0]);
  const total = ["**Together**", ...(voting.byWeight ? [""] : []), outcome.roll, ...inColumns(all), ""];
  const head = [t`Class`, ...(voting.byWeight ? [t`Weight`] : []), t`Roll`, ...COLUMNS, t`Counts`];
  const share =
    outcome.shareDenominator === 0n
      ? t`There is no share of the votes to compare yet.`
      : t`For it: ${percent(outcome.shareNumerator, outcome.shareDenominator)} ${measureInWords(voting)} (${outcome.shareNumerator} of ${outcome.shareDenominator}); the threshold is ${kindRule.threshold / 100} %.`;
  return `${table(head, [...rows, total])}\n\n${share}`;
}

const COLUMNS = [t`Ballots`, t`For`, t`Against`, t`Abstain`, t`Block`];

function inColumns(votes: Votes | readonly number[]): number[] {
  const [against = 0, inFavour = 0, abstain = 0, block = 0] = [AGAINST, FOR, ABSTAIN, BLOCK].map((one) => votes[one]);
  return [against + inFavour + abstain + block, inFavour, against, abstain, block];
}
