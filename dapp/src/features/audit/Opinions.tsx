import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { holds } from "../../shared/membership/board.ts";
import { AUDITOR } from "../../shared/motion/offices.ts";
import { StatementText } from "../../shared/statement/StatementText.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { Tone } from "../../shared/ui/tone.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { AuditorForms } from "./AuditorForms.tsx";
import { OPINIONS } from "./opinions.ts";

const TONES: readonly Tone[] = ["quiet", "good", "coming", "bad", "quiet"];

/** What auditors said: opinions on the books, losses they certified, and the yearly reports on the purpose. */
export function Opinions() {
  const { coop, settlement, now } = useCoop();
  const { address } = useWallet();
  const certificates = [...coop.certificates.values()];
  const money = (amount: bigint) => formatMoney(amount, settlement);
  return (
    <Sheet
      title="What the auditor says"
      aside={<span className="small text-muted">for good; nobody can change it</span>}
    >
      <div className="space-y-6">
        {coop.opinions.length === 0 && <Empty>No opinion on the books has been filed yet.</Empty>}
        {coop.opinions.length > 0 && (
          <ul>
            {[...coop.opinions].reverse().map(({ id, opinion, at, blockNumber, report, auditor }) => (
              <li key={id} className="border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <Chip tone={TONES[opinion] ?? "quiet"}>{OPINIONS[opinion]?.title}</Chip>
                  <span>{formatDay(at)}</span>
                  <span className="small figures text-muted">on the books at block {blockNumber.toString()}</span>
                </p>
                <p className="small mt-1 text-muted">{OPINIONS[opinion]?.means}</p>
                <StatementText label="The report" hash={report} author={auditor} />
              </li>
            ))}
          </ul>
        )}
        <div>
          <h3 className="mb-2 text-base">Losses that were certified</h3>
          {certificates.length === 0 && <p className="text-muted">None.</p>}
          <ul>
            {certificates.map(({ id, amount, covered, at }) => (
              <li
                key={id}
                className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2.5 last:border-b-0"
              >
                <span>
                  <span className="figures">No. {id}</span>, {formatDay(at)}
                </span>
                <span className="figures">
                  {money(amount)}
                  <span className="text-muted">, {money(covered)} borne so far</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
        {holds(coop, AUDITOR, address, now) && <AuditorForms />}
      </div>
    </Sheet>
  );
}
