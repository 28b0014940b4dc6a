import type { Settlement } from "../chain/settlement.ts";
import { inFull } from "../format/inFull.ts";
import { breaking } from "./breaking.ts";

type ExactProps = {
  amount: bigint;
  unit: Pick<Settlement, "symbol" | "decimals">;
  /** Takes no room on a phone for what is nothing. */
  narrow?: boolean;
};

/** Of tokens with more decimals no column lines up on a screen. */
const MOST_DECIMALS = 8;

/** An amount to the smallest unit, so that a column adds up and lines up: what is below a cent is small, and not seen where it is
 * nothing. */
export function Exact({ amount, unit, narrow }: ExactProps) {
  const [, upToCents = inFull(amount, unit), rest = "", symbol = ""] =
    /^(.*\.\d\d)(\d*)(.*)$/.exec(inFull(amount, unit)) ?? [];
  const nothing = /^0*$/.test(rest);
  const shown = unit.decimals > MOST_DECIMALS ? rest.replace(/0+$/, "") : rest;
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
