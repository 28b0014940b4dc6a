// Rows of the house: its modules, people's offices, what was set, the auditors' words.
import { accounts, forEach, jsonOf, numbered, numbers } from "./read.ts";
import { growing, keyed } from "./table.ts";

export const modules = growing({
  name: "modules",
  key: ["number"],
  columns: { number: "number", place: "number", module: "text", predecessor: "text", at: "time", block: "amount" },
  list: ({ coop }) => coop.placements,
  row: ({ place, module, predecessor, at, block }, number) => ({ number, place, module, predecessor, at, block }),
});

/** By role number and lower-case account. */
export const offices = keyed({
  name: "offices",
  key: ["role", "account"],
  columns: { role: "number", account: "text", until: "time", at: "time" },
  entries: ({ coop }) => coop.offices.map((office) => [officeKey(office.role, office.account), office] as const),
  find: ({ coop }, key) => coop.offices.find(({ role, account }) => officeKey(role, account) === key),
  touched: {
    Appointed: (event) => keysOf(numbers(event, "role"), accounts(event, "account")),
    RoleRevoked: (event) => keysOf(numbers(event, "roleId"), accounts(event, "account")),
  },
  row: ({ role, account, until, at }) => ({ role, account: account.toLowerCase(), until, at }),
  keyOf: (key) => {
    const [role, account = ""] = key.split("|");
    return { role: Number(role), account };
  },
});

const officeKey = (role: number, account: string): string => `${role}|${account.toLowerCase()}`;
const keysOf = (roles: number[], of: string[]): string[] =>
  roles.flatMap((role) => of.map((one) => officeKey(role, one)));

export const formerOffices = growing({
  name: "former_offices",
  key: ["number"],
  columns: { number: "number", role: "number", account: "text", until: "time", at: "time", endedAt: "time" },
  list: ({ coop }) => coop.formerOffices,
  row: ({ role, account, until, at, endedAt }, number) => ({ number, role, account, until, at, endedAt }),
});

/** Rules and terms, each as it was set. */
export const parameters = growing({
  name: "parameters",
  key: ["number"],
  columns: { number: "number", what: "text", value: "json", at: "time", block: "amount", log: "number", tx: "text" },
  list: (state) => state.parameters,
  row: ({ what, event }, number) => ({
    number,
    what,
    value: jsonOf(event.args),
    at: event.timestamp,
    block: event.blockNumber,
    log: event.logIndex,
    tx: event.transactionHash,
  }),
});

export const boardActs = keyed({
  name: "board_acts",
  key: ["id"],
  columns: {
    id: "number",
    state: "text",
    decidedBy: "text",
    secondedBy: "text",
    carriedOutBy: "text",
    target: "text",
    data: "text",
    reason: "text",
    at: "time",
    endedAt: "time",
  },
  entries: ({ coop }) => coop.acts,
  find: ({ coop }, id) => coop.acts.get(id),
  touched: forEach(["ActDecided", "ActSeconded", "ActCarriedOut", "ActWithdrawn"], numbered("actId")),
  row: ({
    id,
    state,
    decidedBy,
    secondedBy = null,
    carriedOutBy = null,
    target,
    data,
    reason,
    at,
    endedAt = null,
  }) => ({
    id,
    state,
    decidedBy,
    secondedBy,
    carriedOutBy,
    target,
    data,
    reason,
    at,
    endedAt,
  }),
});

export const opinions = growing({
  name: "opinions",
  key: ["id"],
  columns: {
    id: "number",
    auditor: "text",
    block: "amount",
    blockHash: "text",
    report: "text",
    opinion: "number",
    at: "time",
  },
  list: ({ coop }) => coop.opinions,
  row: ({ id, auditor, blockNumber, blockHash, report, opinion, at }) => ({
    id,
    auditor,
    block: blockNumber,
    blockHash,
    report,
    opinion,
    at,
  }),
});

export const lossCertificates = keyed({
  name: "loss_certificates",
  key: ["id"],
  columns: { id: "number", auditor: "text", amount: "amount", covered: "amount", report: "text", at: "time" },
  entries: ({ coop }) => coop.certificates,
  find: ({ coop }, id) => coop.certificates.get(id),
  touched: forEach(["LossCertified", "LossCharged"], numbered("certificateId")),
  row: ({ id, auditor, amount, covered, report, at }) => ({ id, auditor, amount, covered, report, at }),
});

export const purposeReports = keyed({
  name: "purpose_reports",
  key: ["year"],
  columns: { year: "number", by: "text", report: "text", at: "time" },
  entries: ({ coop }) => coop.reports,
  find: ({ coop }, year) => coop.reports.get(year),
  touched: { ReportFiled: numbered("year") },
  row: ({ year, by, report, at }) => ({ year, by, report, at }),
});

/** Events that can not be, each with the sentence that says why: something is missing, doubled or altered. */
export const refusals = growing({
  name: "refusals",
  key: ["number"],
  columns: { number: "number", block: "amount", log: "number", name: "text", why: "text" },
  list: (state) => state.refusals,
  row: ({ why, event }, number) => ({ number, block: event.blockNumber, log: event.logIndex, name: event.name, why }),
});

/** Figures that an event told and that do not follow from the events before it. */
export const disagreements = growing({
  name: "disagreements",
  key: ["number"],
  columns: { number: "number", about: "text", what: "text", told: "text", follows: "text" },
  list: ({ commons }) => commons.disagreements,
  row: ({ about, what, told, follows }, number) => ({ number, about, what, told, follows }),
});

export const marketDisagreements = growing({
  name: "market_disagreements",
  key: ["number"],
  columns: { number: "number", about: "text", what: "text", told: "text", follows: "text" },
  list: ({ market }) => market.disagreements,
  row: ({ about, what, told, follows }, number) => ({ number, about, what, told, follows }),
});
