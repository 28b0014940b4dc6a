// What was voted: proposal by proposal, class by class.

import { outcomeOf, tallyOf, VERDICTS } from "../../../../../books/outcome.ts";
import { t } from "../../../../../books/say.ts";
import { numberedProposals } from "../../../shared/motion/numbering.ts";
import { textOf } from "../../../shared/motion/text.ts";
import { ask, askAll, type Check, Comparison } from "./check.ts";

type StoredTally = { roll: number; votes: readonly number[] }[];

export const votes: Check = {
  title: t`Votes and outcomes`,
  of: t`The ballots of each proposal counted again, class by class, and the outcome that follows from them, beside the contract's. Written for / against / abstained / blocked of the roll.`,
  run: async (subject) => {
    const { coop, head } = subject;
    const comparison = new Comparison(subject);
    const answers = await askAll(numberedProposals(coop), ({ id, assembly }) =>
      Promise.all([
        ask(subject, "assembly", "tally", [id], assembly),
        ask(subject, "assembly", "outcome", [id], assembly),
      ]),
    );
    for (const [proposal, [tally, outcome]] of answers) {
      const soFar = head.timestamp <= proposal.voteEnd ? t` so far` : "";
      const say = (classes: StoredTally, verdict: string | undefined) =>
        `${classes.map(({ roll, votes: cast }) => tallyWords(roll, cast)).join("; ")}: ${verdict}${soFar}`;
      const verdict = VERDICTS[(outcome as { verdict: number }).verdict];
      comparison.same(
        t`No. ${proposal.number}: ${textOf(proposal.description).title}`,
        say(tallyOf(coop, proposal), outcomeOf(coop, proposal).verdict),
        say(tally as StoredTally, verdict),
      );
    }
    return comparison;
  },
};

const tallyWords = (roll: number, [against, inFavour, abstained, blocked]: readonly number[]): string =>
  t`${inFavour}/${against}/${abstained}/${blocked} of ${roll}`;
