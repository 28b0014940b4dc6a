import type { Settlement } from "../chain/settlement.ts";
import { inFull } from "../format/inFull.ts";

/** An amount to the smallest unit, so that a column adds up and lines up: what is below a cent is small, and not seen where it is
 * nothing. */
export function Exact({ amount, unit }: { amount: bigint; unit: Pick<Settlement, "symbol" | "decimals"> }) {
  // Of a token that is not the co-op's money only the smallest unit is known.
  if (unit.decimals === 0) return <span className="whitespace-nowrap">{amount.toLocaleString("en-GB")}</span>;
  const [, upToCents = inFull(amount, unit), rest = "", symbol = ""] =
    /^(.*\.\d\d)(\d*)(.*)$/.exec(inFull(amount, unit)) ?? [];
  return (
    <span className="whitespace-nowrap">
      {upToCents}
      {rest !== "" && (
        <span className={`text-[0.75em] text-muted ${/^0*$/.test(rest) ? "invisible" : ""}`}>{rest}</span>
      )}
      {symbol}
    </span>
  );
}
