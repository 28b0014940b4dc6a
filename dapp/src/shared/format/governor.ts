/** Governor's ProposalState, as the end of "this proposal …". */
const STATES = [
  "is on notice and its vote has not opened yet",
  "is being voted on",
  "was cancelled",
  "was not carried",
  "has passed and stands by itself",
  "has passed and waits to be carried out",
  "has lapsed, because nobody carried it out in time",
  "was carried out already",
] as const;

export const proposalStateInWords = (state: number): string => STATES[state] ?? "is in another state";
