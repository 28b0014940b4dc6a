// What moves for jobs and for the surplus, in words. The other end is a part of the co-op outside the treasury.

import { PLACE } from "../../../../books/apply/founding.ts";
import type { Coop, Move } from "../../../../books/coop.ts";
import { COMMONS, COMMUNITY, OUTSIDE } from "../../../../books/funds.ts";
import { t } from "../../../../books/say.ts";
import { sameAddress } from "../../shared/format/address.ts";

/** Undefined for every other movement. `budget` is the one that it was spent from. */
export function titleOfMarket(move: Move, coop: Coop, budget: number | undefined): string | undefined {
  const { from, to, party, memo } = move;
  const number = BigInt(memo);
  if (to === COMMUNITY && from !== OUTSIDE) return t`Surplus of period ${number}: the community's share`;
  if (stoodAt(coop, PLACE.surplus, party) && to === OUTSIDE) {
    return t`Surplus of period ${number}: ${isFirst(move, coop) ? t`to the reserve` : t`dividends for points`}`;
  }
  if (!stoodAt(coop, PLACE.market, party)) return undefined;
  if (to !== OUTSIDE) return t`Fees of jobs: ${to === COMMONS ? t`commons part` : t`members' part`}`;
  return t`Held for job ${number}${budget === undefined ? "" : t`, out of budget ${budget}`}`;
}

const stoodAt = ({ placements }: Coop, place: number, account: string): boolean =>
  placements.some((placed) => placed.place === place && sameAddress(placed.module, account));

/** A declaration pays the reserve, which always gets something, before the dividends. */
const isFirst = ({ tx, logIndex, party }: Move, { moves }: Coop): boolean =>
  !moves.some((other) => other.tx === tx && other.to === OUTSIDE && other.party === party && other.logIndex < logIndex);
