// Minutes: the notice, the roll that closed with it, and what was done afterwards.
import type { Coop, Proposal } from "../model.ts";
import { executionWindow, type ProposalState } from "../state.ts";
import { inline, table } from "./markdown.ts";
import { momentOf } from "./moment.ts";
import { personAt, personBehind } from "./people.ts";

export function noticePart(coop: Coop, proposal: Proposal): string {
  const { noticeAt, noticeTx, seconders, draftId, rulesVersion, voteStart, voteEnd, excluded, heard } = proposal;
  const backed = seconders.map((account) => personBehind(coop, account, noticeAt)).join(", ");
  const rows = proposal.rolls.map((roll, index) => [inline(coop.classes[index]?.name ?? `Class ${index}`), roll]);
  const all = proposal.rolls.reduce((sum, roll) => sum + roll, 0);
  const lines = [
    `- Notice given: ${momentOf(noticeAt)}, in transaction \`${noticeTx}\``,
    `- Seconded by: ${backed || (draftId === 0n ? "nobody, as no seconders were needed" : "nobody")}`,
    `- Voting: from ${momentOf(voteStart)} to ${momentOf(voteEnd)}`,
    `- Rules: version ${rulesVersion}, as they were when notice was given`,
  ];
  if (excluded !== 0) {
    const said = heard.map((hash) => `\`${hash}\``).join(", ");
    lines.push(`- On no roll of it: ${personAt(coop, excluded)}, whom it would expel`);
    lines.push(`- What that member said: ${said ? `documents with the fingerprints ${said}` : "nothing"}`);
  }
  const closed = table(["Class", "Members on the roll"], [...rows, ["**Together**", all]]);
  return `${lines.join("\n")}\n\nThe roll as it closed with the notice:\n\n${closed}`;
}

export function executionPart(coop: Coop, proposal: Proposal, state: ProposalState): string {
  const { opens, ends } = executionWindow(coop, proposal);
  switch (state) {
    case "carried-out":
      return `Carried out on ${momentOf(proposal.executedAt ?? 0)}, in transaction \`${proposal.executedTx}\`.`;
    case "waiting":
    case "ready":
      return `Not carried out yet. Anyone can do it from ${momentOf(opens)} to ${momentOf(ends)}.`;
    case "lapsed":
      return `Lapsed: nobody carried it out from ${momentOf(opens)} to ${momentOf(ends)}.`;
    case "passed":
      return "There is nothing to carry out: it stands by itself.";
    case "held":
    case "adjourned":
    case "defeated":
      return "Nothing was carried out.";
    case "notice":
    case "open":
      if (proposal.kind === 0) return "If it passes, it stands by itself.";
      return `If it passes, anyone can carry it out from ${momentOf(opens)} to ${momentOf(ends)}.`;
  }
}
