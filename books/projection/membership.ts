// Rows of the register: classes, members, applications, suspensions, recoveries.
import { recoveryKey } from "../apply/recovery-requests.ts";
import type { BookEvent } from "../event.ts";
import type { Application } from "../model.ts";
import { accounts, forEach, jsonOf, numbered, numbers } from "./read.ts";
import type { State } from "./state.ts";
import { growing, keyed } from "./table.ts";

export const classes = growing({
  name: "classes",
  key: ["class"],
  columns: { class: "number", kind: "number", name: "text" },
  list: ({ coop }) => coop.classes,
  row: ({ index, kind, name }) => ({ class: index, kind, name }),
});

export const members = keyed({
  name: "members",
  key: ["id"],
  columns: {
    id: "number",
    account: "text",
    class: "number",
    seat: "number",
    status: "text",
    admittedAt: "time",
    leftAt: "time",
    commitment: "text",
    grounds: "text",
    formerAccounts: "json",
    formerSeats: "json",
  },
  entries: ({ coop }) => coop.members,
  find: ({ coop }, id) => coop.members.get(id),
  touched: forEach(["Admitted", "Left", "Expelled", "ClassChanged", "Recovered"], numbered("memberId")),
  row: (member) => ({
    id: member.id,
    account: member.account,
    class: member.class,
    seat: member.seat,
    status: member.status,
    admittedAt: member.admittedAt,
    leftAt: member.leftAt ?? null,
    commitment: member.commitment,
    grounds: member.grounds ?? null,
    formerAccounts: jsonOf(member.formerAccounts),
    formerSeats: jsonOf(member.formerSeats),
  }),
});

const APPLICATION = {
  account: "text",
  class: "number",
  commitment: "text",
  appliedAt: "time",
  memberId: "number",
  state: "text",
  until: "time",
  decision: "json",
  appealedAt: "time",
} as const;

const applicationRow = (application: Application) => ({
  account: application.account.toLowerCase(),
  class: application.class,
  commitment: application.commitment,
  appliedAt: application.appliedAt,
  memberId: application.memberId ?? null,
  state: application.state,
  until: application.until,
  decision: application.decision ? jsonOf(application.decision) : null,
  appealedAt: application.appealedAt ?? null,
});

/** Those that are not over, by lower-case account. */
export const applications = keyed({
  name: "applications",
  key: ["account"],
  columns: APPLICATION,
  entries: ({ coop }) => coop.applications,
  find: ({ coop }, account) => coop.applications.get(account),
  touched: {
    ...forEach(
      ["Applied", "Accepted", "Refused", "ApplicationWithdrawn", "Appealed", "Admitted", "Left", "Expelled"],
      (event: BookEvent) => accounts(event, "account"),
    ),
    ClassChanged: accountOfMember,
    Recovered: (event) => accounts(event, "former", "newAccount"),
  },
  row: applicationRow,
  keyOf: (account) => ({ account }),
});

/** Whoever moves to another class applied from its account. */
function accountOfMember(event: BookEvent, { coop }: State): string[] {
  return numbers(event, "memberId").flatMap((id) => coop.members.get(id)?.account.toLowerCase() ?? []);
}

export const formerApplications = growing({
  name: "former_applications",
  key: ["number"],
  columns: { number: "number", ...APPLICATION, ended: "text", endedAt: "time" },
  list: ({ coop }) => coop.formerApplications,
  row: (application, number) => ({
    number,
    ...applicationRow(application),
    ended: application.ended,
    endedAt: application.endedAt,
  }),
});

/** Numbered in the order in which they began. */
export const suspensions = keyed({
  name: "suspensions",
  key: ["number"],
  columns: { number: "number", memberId: "number", from: "time", until: "time", reason: "text", liftedAt: "time" },
  entries: ({ coop }) => coop.suspensions.map((one, i) => [i + 1, one] as const),
  find: ({ coop }, number) => coop.suspensions[number - 1],
  touched: {
    Suspended: (_, { coop }) => [coop.suspensions.length + 1],
    SuspensionLifted: (event, { coop }) => {
      const [member] = numbers(event, "memberId");
      return [coop.suspensions.findLastIndex(({ memberId }) => memberId === member) + 1];
    },
  },
  row: ({ memberId, from, until, reason, liftedAt = null }, number) => ({
    number,
    memberId,
    from,
    until,
    reason,
    liftedAt,
  }),
});

/** An account's request to speak for a member, by both. */
export const recoveryRequests = keyed({
  name: "recovery_requests",
  key: ["memberId", "newAccount"],
  columns: {
    memberId: "number",
    newAccount: "text",
    statement: "text",
    requestedAt: "time",
    state: "text",
    burnt: "flag",
    byBoard: "text",
    byMembers: "json",
  },
  entries: ({ coop }) => coop.recoveryRequests,
  find: ({ coop }, key) => coop.recoveryRequests.get(key),
  touched: forEach(
    ["RecoveryRequested", "RecoveryAttested", "RecoveryStarted", "RecoveryVetoed", "RecoveryEnded", "Recovered"],
    (event: BookEvent) =>
      numbers(event, "memberId").flatMap((id) => accounts(event, "newAccount").map((one) => recoveryKey(id, one))),
  ),
  row: (request) => ({
    memberId: request.memberId,
    newAccount: request.newAccount.toLowerCase(),
    statement: request.statement,
    requestedAt: request.requestedAt,
    state: request.state,
    burnt: request.burnt,
    byBoard: request.byBoard ?? null,
    byMembers: jsonOf(request.byMembers),
  }),
});
