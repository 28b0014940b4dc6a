import type { Coop, Member } from "../../../../books/coop.ts";
import { sameAddress } from "../format/address.ts";

/** The member, present or former, for whom an account speaks. */
export const personOf = (coop: Coop, account: string | undefined): Member | undefined =>
  account === undefined ? undefined : [...coop.members.values()].findLast((one) => sameAddress(one.account, account));
