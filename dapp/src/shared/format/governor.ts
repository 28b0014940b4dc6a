/** Governor's ProposalState, as the end of "this proposal …". */
import { t } from "../../../../books/say.ts";

const STATES = [
  t`is on notice and its vote has not opened yet`,
  t`is being voted on`,
  t`was cancelled`,
  t`was not carried`,
  t`has passed and stands by itself`,
  t`has passed and waits to be carried out`,
  t`has lapsed, because nobody carried it out in time`,
  t`was carried out already`,
] as const;

export const proposalStateInWords = (state: number): string => STATES[state] ?? t`is in another state`;
