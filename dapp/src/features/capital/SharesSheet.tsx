import { useState } from "react";
import type { Member } from "../../../../books/coop.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { plural } from "../../shared/format/words.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { BuySteps } from "./BuySteps.tsx";
import { type ShareTerms, useShareTerms } from "./useShareTerms.ts";

/** A member's shares, and how to buy more. */
export function SharesSheet({ member }: { member: Member }) {
  const { coop, settlement } = useCoop();
  const { data: terms, isError, refetch } = useShareTerms(member.account);
  const [written, setWritten] = useState("");
  const units = /^\d{1,9}$/.test(written.trim()) ? BigInt(written.trim()) : 0n;
  const error = terms && written !== "" ? mistakeIn(units, member, terms) : undefined;
  return (
    <Sheet title="Your shares">
      <p>
        <span className="figures font-serif text-3xl">{member.units.toLocaleString("en-GB")}</span>{" "}
        {plural(Number(member.units), "share")}
        {terms && <span className="text-muted"> at {formatMoney(terms.par, settlement)} each</span>}
      </p>
      <p className="small mt-1 mb-5 text-muted">
        Shares are capital you lend your co-op at par. They never rise above par and carry no vote.
      </p>
      {!terms && !isError && <p className="pulse text-muted">Reading the terms</p>}
      {isError && !terms && (
        <p>
          The terms could not be read.{" "}
          <button type="button" className="link" onClick={() => refetch()}>
            Try again
          </button>
        </p>
      )}
      {coop.windingUpSince !== undefined && (
        <p>The co-op is winding up, so no shares are sold any more. What you hold stays yours.</p>
      )}
      {terms && coop.windingUpSince === undefined && (
        <>
          <Field
            label="How many shares to buy"
            hint={
              units > 0n && !error
                ? `That is ${formatMoney(units * terms.par, settlement)}. You have ${formatMoney(terms.money, settlement)}.`
                : `Members hold between ${terms.minimum} and ${terms.maximum.toLocaleString("en-GB")}.`
            }
            error={error}
          >
            {(ids) => (
              <input
                {...ids}
                className="field figures"
                inputMode="numeric"
                autoComplete="off"
                value={written}
                onChange={(event) => setWritten(event.target.value)}
              />
            )}
          </Field>
          {units > 0n && !error && (
            <BuySteps member={member} units={units} terms={terms} onBought={() => setWritten("")} />
          )}
        </>
      )}
    </Sheet>
  );
}

function mistakeIn(units: bigint, member: Member, { par, minimum, maximum, money }: ShareTerms): string | undefined {
  if (units === 0n) return "Write a whole number of shares.";
  const holding = member.units + units;
  if (holding < minimum) return `Members who hold shares hold at least ${minimum}.`;
  if (holding > maximum) return `Members hold at most ${maximum.toLocaleString("en-GB")} shares.`;
  if (units * par > money) return "There is not enough money in your account for so many.";
  return undefined;
}
