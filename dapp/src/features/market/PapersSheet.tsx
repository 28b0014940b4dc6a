import type { Address } from "viem";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { inOffice } from "../../shared/membership/board.ts";
import { ARBITER } from "../../shared/motion/offices.ts";
import { StatementText } from "../../shared/statement/StatementText.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** The words behind the fingerprints: what it is, evidence, reasons. */
export function PapersSheet({ entry }: { entry: JobEntry }) {
  const { coop, now } = useCoop();
  const { job, details, dispute, ruling } = entry;
  const arbiters = inOffice(coop, ARBITER, now).map(({ account }) => account);
  // The Treasury, customer of work for the co-op, writes and reads nothing.
  const customer = job.role === 0 ? job.customer : undefined;
  const parties = [customer, ...(BigInt(job.provider) === 0n ? [] : [job.provider])].filter(Boolean) as Address[];
  return (
    <Sheet title={t`What was written`}>
      <StatementText eager label={t`What it is`} hash={details} author={customer ?? job.customer} readers={parties} />
      {dispute && (
        <StatementText
          label={t`Why it is disputed`}
          hash={dispute.evidence}
          author={dispute.by}
          readers={[...parties, ...arbiters]}
        />
      )}
      {ruling && (
        <StatementText
          label={t`Why the arbiter decided so`}
          hash={ruling.reasons}
          author={ruling.arbiter}
          readers={parties}
        />
      )}
    </Sheet>
  );
}
