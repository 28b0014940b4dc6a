// Minutes: the notice, the roll that closed with it, and what was done afterwards.

import type { Coop, Proposal } from "../model.ts";
import { t } from "../say.ts";
import { executionWindow, type ProposalState } from "../state.ts";
import { inline, table } from "./markdown.ts";
import { momentOf } from "./moment.ts";
import { personAt, personBehind } from "./people.ts";

export function noticePart(coop: Coop, proposal: Proposal): string {
  const { noticeAt, noticeTx, seconders, draftId, rulesVersion, voteStart, voteEnd, excluded, heard } = proposal;
  const backed = seconders.map((account) => personBehind(coop, account, noticeAt)).join(", ");
  const rows = proposal.rolls.map((roll, index) => [inline(coop.classes[index]?.name ?? t`Class ${index}`), roll]);
  const all = proposal.rolls.reduce((sum, roll) => sum + roll, 0);
  const lines = [
    t`- Notice given: ${momentOf(noticeAt)}, in transaction \`${noticeTx}\``,
    t`- Seconded by: ${backed || (draftId === 0n ? t`nobody, as no seconders were needed` : "nobody")}`,
    t`- Voting: from ${momentOf(voteStart)} to ${momentOf(voteEnd)}`,
    t`- Rules: version ${rulesVersion}, as they were when notice was given`,
  ];
  if (excluded !== 0) {
    const said = heard.map((hash) => `\`${hash}\``).join(", ");
    lines.push(t`- On no roll of it: ${personAt(coop, excluded)}, whom it would expel`);
    lines.push(t`- What that member said: ${said ? t`documents with the fingerprints ${said}` : t`nothing`}`);
  }
  const closed = table([t`Class`, t`Members on the roll`], [...rows, ["**Together**", all]]);
  return t`${lines.join("\n")}\n\nThe roll as it closed with the notice:\n\n${closed}`;
}

export function executionPart(coop: Coop, proposal: Proposal, state: ProposalState): string {
  const { opens, ends } = executionWindow(coop, proposal);
  switch (state) {
    case "carried-out":
      return t`Carried out on ${momentOf(proposal.executedAt ?? 0)}, in transaction \`${proposal.executedTx}\`.`;
    case "waiting":
    case "ready":
      return t`Not carried out yet. Anyone can do it from ${momentOf(opens)} to ${momentOf(ends)}.`;
    case "lapsed":
      return t`Lapsed: nobody carried it out from ${momentOf(opens)} to ${momentOf(ends)}.`;
    case "passed":
      return t`There is nothing to carry out: it stands by itself.`;
    case "held":
    case "adjourned":
    case "defeated":
      return t`Nothing was carried out.`;
    case "notice":
    case "open":
      if (proposal.kind === 0) return t`If it passes, it stands by itself.`;
      return t`If it passes, anyone can carry it out from ${momentOf(opens)} to ${momentOf(ends)}.`;
  }
}
