import { useState } from "react";
import { t } from "../../../../../books/say.ts";
import { sameAddress, shortAddress } from "../../../shared/format/address.ts";
import { Field } from "../../../shared/ui/Field.tsx";
import { useFounding } from "../useFounding.ts";

type Props = {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  /** What stands where nobody is chosen. */
  none: string;
  onChange: (account: string) => void;
};

const ANOTHER = "another";

const isSame =
  (account: string) =>
  (other: { account: string }): boolean =>
    sameAddress(other.account, account);

/** One of the founders, or somebody else by their address. */
export function AccountField({ label, hint, error, value, none, onChange }: Props) {
  const { draft } = useFounding();
  const founders = draft.founders.map(({ account }, i) => ({ account: account.trim(), number: i + 1 }));
  const known = founders.filter(({ account }, i) => account !== "" && founders.findIndex(isSame(account)) === i);
  const chosenFounder = known.find(isSame(value));
  const isKnown = value === "" || chosenFounder !== undefined;
  const [asks, setAsks] = useState(!isKnown);
  const typed = asks || !isKnown;
  const chosen = typed ? ANOTHER : (chosenFounder?.account ?? "");
  const choose = (option: string) => {
    setAsks(option === ANOTHER);
    onChange(option === ANOTHER ? "" : option);
  };
  return (
    <div className="space-y-2">
      <Field label={label} hint={hint} error={typed ? undefined : error}>
        {(ids) => (
          <select {...ids} className="field" value={chosen} onChange={({ target }) => choose(target.value)}>
            <option value="">{none}</option>
            {known.map(({ account, number }) => (
              <option key={account} value={account}>{t`Founder ${number}, ${shortAddress(account)}`}</option>
            ))}
            <option value={ANOTHER}>{t`Somebody else`}</option>
          </select>
        )}
      </Field>
      {typed && (
        <Field label={t`${label}: their address`} error={error}>
          {(ids) => (
            <input
              {...ids}
              className="field figures"
              autoComplete="off"
              spellCheck={false}
              value={value}
              onChange={(event) => onChange(event.target.value.trim())}
            />
          )}
        </Field>
      )}
    </div>
  );
}
