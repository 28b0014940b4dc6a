import type { Proposal } from "../../../../books/coop.ts";
import { outcomeOf, rulesOf, tallyOf } from "../../../../books/outcome.ts";
import { t } from "../../../../books/say.ts";
import { outcomeSentence, ruleSentence } from "../../../../books/sentence.ts";
import type { ProposalState } from "../../../../books/state.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { Bar } from "../../shared/ui/Bar.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { Plain } from "../../shared/ui/Plain.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { ClassBar } from "./ClassBar.tsx";

/** The rule, the outcome so far, and every figure behind it. */
export function Standing({ proposal, state }: { proposal: Proposal; state: ProposalState }) {
  const { coop } = useCoop();
  const classes = tallyOf(coop, proposal);
  const outcome = outcomeOf(coop, proposal);
  const { kindRule, voting } = rulesOf(coop, proposal);
  const closed = state !== "notice" && state !== "open";
  const needed = Math.max(outcome.quorum, outcome.turnout);
  const share = outcome.shareDenominator === 0n ? 0 : ratio(outcome.shareNumerator, outcome.shareDenominator);
  const least = proposal.kind <= 1 ? t`more than` : t`at least`;
  const against = outcome.shareDenominator === 0n ? 0 : 1 - share;

  return (
    <Sheet title={closed ? t`How it ended` : t`How it stands`}>
      <p className="font-serif text-xl">
        <Plain text={outcomeSentence(outcome, classes, closed, proposal.terms)} />
      </p>
      <p className="mt-1 mb-6 text-muted">
        <Plain text={ruleSentence(kindRule, voting, outcome.roll, proposal.kind, proposal.terms)} />
      </p>
      {outcome.blocks > 0 && outcome.blocksToHold > 0 && outcome.verdict !== "held" && (
        <div className="mb-6">
          <Note tone="wait">{rich`${outcome.blocks} of ${outcome.blocksToHold} blocks that would hold it for another round.`}</Note>
        </div>
      )}
      <div className="space-y-5">
        <Bar
          label={voting.byWeight ? t`All together, by class weight` : t`All together, one member one vote`}
          text={outcome.shareDenominator === 0n ? t`no votes yet` : t`${percentText(share)} for`}
          parts={[
            { share, fill: "bg-vote-for" },
            { share: against, fill: "bg-vote-against" },
          ]}
          mark={{
            at: kindRule.threshold / 10_000,
            label: t`needs ${least} ${percentText(kindRule.threshold / 10_000)}`,
          }}
        />
        <Bar
          label={t`Taking part`}
          text={t`${outcome.ballots} of ${outcome.roll} members`}
          parts={[{ share: outcome.roll === 0 ? 0 : outcome.ballots / outcome.roll, fill: "bg-act" }]}
          mark={{ at: outcome.roll === 0 ? 0 : needed / outcome.roll, label: t`needs ${needed}` }}
        />
      </div>
      <h3 className="mt-8 mb-3 text-lg">{t`Class by class`}</h3>
      <ul className="space-y-5">
        {classes.map((tally) => (
          <ClassBar
            key={tally.index}
            tally={tally}
            weight={voting.byWeight ? (voting.weights[tally.index] ?? 0) : undefined}
            threshold={kindRule.everyClass || proposal.terms.everyClass ? 5_000 : kindRule.threshold}
          />
        ))}
      </ul>
    </Sheet>
  );
}

const ratio = (numerator: bigint, denominator: bigint): number =>
  Number((numerator * 1_000_000n) / denominator) / 1_000_000;

const percentText = (share: number): string => `${Math.floor(share * 1_000) / 10} %`;
