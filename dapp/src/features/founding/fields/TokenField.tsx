import { useState } from "react";
import type { Address } from "viem";
import { t } from "../../../../../books/say.ts";
import { usePage } from "../../../shared/config/useConfig.ts";
import { sameAddress, shortAddress } from "../../../shared/format/address.ts";
import { Field } from "../../../shared/ui/Field.tsx";
import { useFounding } from "../useFounding.ts";
import { useToken } from "../useToken.ts";

/** The one kind of money that the co-op counts in: one that this page offers, or another by its address. */
export function TokenField() {
  const { tokens } = usePage();
  const { draft, change, errorAt, token } = useFounding();
  const offered = tokens.find((address) => sameAddress(address, draft.token));
  const [asks, setAsks] = useState(draft.token !== "" && !offered);
  const another = asks || tokens.length === 0;
  return (
    <div id="settlementToken" tabIndex={-1} className="space-y-4">
      {tokens.length > 0 && (
        <fieldset>
          <legend className="mb-2 font-semibold">{t`The co-op counts in`}</legend>
          <ul className="grid gap-2 sm:grid-cols-2">
            {tokens.map((address) => (
              <li key={address}>
                <Offer
                  address={address}
                  chosen={!another && offered === address}
                  onChoose={() => {
                    setAsks(false);
                    change({ token: address });
                  }}
                />
              </li>
            ))}
            <li>
              <Choice
                title={t`Other money`}
                about={t`By its address on this chain.`}
                chosen={another}
                onChoose={() => setAsks(true)}
              />
            </li>
          </ul>
        </fieldset>
      )}
      {another && (
        <Field
          label={t`Address of the money`}
          hint={token ? `${token.name} (${token.symbol}).` : t`Of a token with a name, a sign and decimals (ERC-20).`}
          error={errorAt("settlementToken")}
        >
          {(ids) => (
            <input
              {...ids}
              className="field figures"
              autoComplete="off"
              spellCheck={false}
              placeholder="0x"
              value={draft.token}
              onChange={({ target }) => change({ token: target.value.trim() })}
            />
          )}
        </Field>
      )}
      {!another && errorAt("settlementToken") && (
        <p className="small font-semibold text-bad">{errorAt("settlementToken")}</p>
      )}
      <p className="small text-muted">{t`It is chosen once and stays: prices, shares and the books are in it.`}</p>
    </div>
  );
}

type OfferProps = { address: Address; chosen: boolean; onChoose: () => void };

function Offer({ address, chosen, onChoose }: OfferProps) {
  const answer = useToken(address);
  const title = !answer ? shortAddress(address) : "token" in answer ? answer.token.name : t`Not on this chain`;
  const about =
    answer && "token" in answer ? `${answer.token.symbol}, ${shortAddress(address)}` : shortAddress(address);
  return <Choice title={title} about={about} chosen={chosen} onChoose={onChoose} />;
}

type ChoiceProps = { title: string; about: string; chosen: boolean; onChoose: () => void };

function Choice({ title, about, chosen, onChoose }: ChoiceProps) {
  return (
    <label className={`flex h-full gap-3 rounded-xl border-2 p-3 ${chosen ? "border-act bg-act-soft" : "border-line"}`}>
      <input type="radio" name="token" className="mt-1 size-4 accent-(--act)" checked={chosen} onChange={onChoose} />
      <span>
        <span className="block font-semibold">{title}</span>
        <span className="small block text-muted">{about}</span>
      </span>
    </label>
  );
}
