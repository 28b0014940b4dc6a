/** Names under which the page keeps things in the browser. */
export const KEPT = {
  theme: "rochdale.theme",
  language: "rochdale.language",
  instance: "rochdale.instance",
  pending: "rochdale.pending.",
  claims: "rochdale.claims.",
  person: "rochdale.person",
  reading: "rochdale.reading.",
  ballot: "rochdale.ballot.",
  ballotKey: "rochdale.ballotKey.",
  founding: "rochdale.founding.",
  confirmation: "rochdale.confirmation.",
  chain: "rochdale.chain",
  writing: "rochdale.writing.",
} as const;
