import { KIND_NAMES, type Kind } from "../../../../books/rules.ts";
import { said, t } from "../../../../books/say.ts";
import { ruleSentence } from "../../../../books/sentence.ts";
import { capitalised } from "../../../../books/words.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** The rules of decision making that a notice given now would freeze. */
export function RulesInForce() {
  const { coop } = useCoop();
  const rules = coop.rules.get(coop.rulesVersion);
  if (!rules) return null;
  const { voting, kinds } = rules;
  const weights = coop.classes.map(({ index, name }) => `${name} ${(voting.weights[index] ?? 0) / 100} %`);
  return (
    <Sheet
      title={t`Rules in force`}
      aside={<span className="small text-muted">{rich`version ${coop.rulesVersion}`}</span>}
    >
      <dl className="grid gap-5 md:grid-cols-2">
        {kinds.map((kind, i) => (
          <div key={KIND_NAMES[i]}>
            <dt className="font-serif text-lg font-semibold">
              {capitalised(t`${said(KIND_NAMES[i as Kind])} resolution`)}
            </dt>
            <dd>
              {ruleSentence(kind, voting, coop.memberOf.size, i as Kind)}
              <span className="small block text-muted">{rich`${kind.notice > 0 ? t`${formatSpan(kind.notice)} of notice, ` : t`No notice, `}${formatSpan(kind.period)} to vote${i > 0 && t`, ${formatSpan(kind.delay)} to wait, then ${formatSpan(kind.window)} to carry it out`}.`}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-6 space-y-2 border-t border-line pt-4">
        <p>{rich`${<strong>{t`Class weights:`}</strong>} ${weights.join(", ")}. Investors together never weigh more than ${voting.investorCap / 100} %.`}</p>
        <p>{rich`${<strong>{t`Seconders:`}</strong>} ${voting.secondersShare / 100} % of the members, at most ${voting.secondersNumber}.`}</p>
        <p>
          <strong>{t`Proxies:`}</strong>{" "}
          {voting.proxyLimit === 0
            ? t`nobody speaks for others.`
            : t`on one topic a member speaks for ${voting.proxyLimit} others at most, and for no more than a tenth of its class (one in any case).`}
        </p>
        <p>{rich`${<strong>{t`Payments:`}</strong>} in twelve months ordinary resolutions part with less than ${voting.disposalShare / 100} % of the most that the treasury held; beyond that it takes an extraordinary one.`}</p>
        <p>
          <strong>{t`Block:`}</strong>{" "}
          {voting.blockShare === 0
            ? t`blocks count against; they never hold a proposal.`
            : t`${voting.blockShare / 100} % of the ballots, and at least ${voting.blockNumber}, hold an ordinary proposal once.`}
        </p>
      </div>
    </Sheet>
  );
}
