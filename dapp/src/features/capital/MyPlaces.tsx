import type { Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { formatMoment, formatRelative } from "../../shared/format/time.ts";
import { sharesInWords } from "../../shared/format/units.ts";
import { useSayUpcoming } from "../../shared/motion/upcoming.ts";
import type { ShareTerms } from "./useShareTerms.ts";
import { type Place, placesOf } from "./withdrawals.ts";

/** A member's places in the queue. */
export function MyPlaces({ person, terms }: { person: Member; terms: ShareTerms }) {
  const { coop, now } = useCoop();
  const places = placesOf(coop, person.id);
  const next = places.find(({ earliest }) => earliest > now);
  useSayUpcoming(next && { at: next.earliest, label: t`your shares can be paid back` });
  if (places.length === 0) return null;
  return (
    <div className="border-t border-line pt-4">
      <h3 className="text-base">{t`Your places in the queue`}</h3>
      <ul>
        {places.map((place) => (
          <PlaceRow key={place.id} place={place} person={person} terms={terms} />
        ))}
      </ul>
    </div>
  );
}

function PlaceRow({ place, person, terms }: { place: Place; person: Member; terms: ShareTerms }) {
  const { modules, settlement, now } = useCoop();
  const act = useAct(`cancel-withdrawal:${place.id}`);
  const { id, units, ahead, earliest } = place;
  return (
    <li className="border-b border-line py-3 last:border-b-0 last:pb-0">
      <p>
        <strong>{sharesInWords(units)}</strong>, {formatMoney(units * terms.par, settlement)}
      </p>
      <p className="small text-muted">
        {ahead === 0n ? t`Nobody is before you.` : t`${sharesInWords(ahead)} of others are before you.`}{" "}
        {earliest > now
          ? t`Can be paid from ${formatMoment(earliest)}, ${formatRelative(earliest, now)}.`
          : t`Can be paid now, as far as there is share capital.`}
      </p>
      {person.status === "active" && (
        <div className="mt-2">
          <ActButton
            act={act}
            quiet
            label={t`Leave the queue`}
            call={() => ({
              address: modules.shares,
              abi: ABI_OF.shares as never,
              functionName: "cancelWithdrawal",
              args: [BigInt(id)],
            })}
          />
          <ActStatus act={act} />
        </div>
      )}
    </li>
  );
}
