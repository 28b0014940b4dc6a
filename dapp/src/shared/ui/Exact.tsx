import type { Settlement } from "../chain/settlement.ts";
import { inFull } from "../format/inFull.ts";

type ExactProps = {
  amount: bigint;
  unit: Pick<Settlement, "symbol" | "decimals">;
  /** Takes no room on a phone for what is nothing. */
  narrow?: boolean;
};

/** Beyond this an amount is broken into lines rather than pushed out of its column. */
const LONGEST = 20;
/** Of tokens with more decimals no column lines up on a screen. */
const MOST_DECIMALS = 8;

const breaking = ({ length }: string): string =>
  length > LONGEST ? "whitespace-normal wrap-anywhere" : "whitespace-nowrap";

/** An amount to the smallest unit, so that a column adds up and lines up: what is below a cent is small, and not seen where it is
 * nothing. */
export function Exact({ amount, unit, narrow }: ExactProps) {
  // Of a token that is not the co-op's money only the smallest unit is known.
  const whole = unit.decimals === 0 ? amount.toLocaleString("en-GB") : undefined;
  if (whole !== undefined) return <span className={breaking(whole)}>{whole}</span>;
  const [, upToCents = inFull(amount, unit), rest = "", symbol = ""] =
    /^(.*\.\d\d)(\d*)(.*)$/.exec(inFull(amount, unit)) ?? [];
  const nothing = /^0*$/.test(rest);
  const shown = nothing && unit.decimals > MOST_DECIMALS ? "" : rest;
  return (
    <span className={breaking(upToCents + shown)}>
      {upToCents}
      {shown !== "" && (
        <span className={`text-[0.75em] text-muted ${nothing ? `invisible ${narrow ? "max-sm:hidden" : ""}` : ""}`}>
          {shown}
        </span>
      )}
      {symbol}
    </span>
  );
}
