// Board: what one director decides another carries out (B1). With no board in office members do both (V8).
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { BoardAct, Coop } from "../model.ts";
import { readAddress, readBigInt, readHex } from "../read.ts";
import { holds, inOffice, ROLE } from "./founding.ts";

/** An act is carried out within this time. */
const LASTS = 30 * 86_400;
/** Fewer directors than this are no board. */
const QUORUM = 2;

export function applyBoard(coop: Coop, event: BookEvent): void {
  if (event.name === "ActDecided") decide(coop, event);
  else if (event.name === "ActSeconded") second(coop, event);
  else if (event.name === "ActCarriedOut") carryOut(coop, event);
  else if (event.name === "ActWithdrawn") withdraw(coop, event);
}

/** Whether enough directors are in office to act together. */
export function isBoardInOffice(coop: Coop, now: number): boolean {
  return inOffice(coop, ROLE.board, now) >= QUORUM;
}

/** Whether an act can still be carried out at a moment, if somebody is there to do it. */
export function isOpenAct(act: BoardAct, now: number): boolean {
  return act.state === "decided" && now <= act.at + LASTS;
}

/** Until when an act can be carried out, unix seconds. */
export const actLastsUntil = (act: BoardAct): number => act.at + LASTS;

const refusal = (event: BookEvent, why: string) =>
  new BooksError(`${whereOf(event)} is about act ${readBigInt(event.args, "actId")}, ${why}.`);

/** A director; with no board in office, any member. */
function isDirector(coop: Coop, account: string, now: number): boolean {
  return isBoardInOffice(coop, now) ? holds(coop, ROLE.board, account, now) : coop.memberOf.has(account.toLowerCase());
}

function decide(coop: Coop, event: BookEvent): void {
  const id = Number(readBigInt(event.args, "actId"));
  const decidedBy = readAddress(event.args, "by");
  if (id !== coop.acts.size + 1) throw refusal(event, `while the next is act ${coop.acts.size + 1}`);
  if (!isDirector(coop, decidedBy, event.timestamp)) throw refusal(event, `decided by ${decidedBy}, who may not`);
  coop.acts.set(id, {
    id,
    decidedBy,
    target: readAddress(event.args, "target"),
    data: readHex(event.args, "data"),
    reason: readHex(event.args, "reason"),
    at: event.timestamp,
    state: "decided",
    tx: event.transactionHash,
  });
}

function openAct(coop: Coop, event: BookEvent): BoardAct {
  const act = coop.acts.get(Number(readBigInt(event.args, "actId")));
  if (act?.state !== "decided") throw refusal(event, "which is not open");
  if (!isOpenAct(act, event.timestamp)) throw refusal(event, "which has lapsed");
  return act;
}

const isSame = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

function second(coop: Coop, event: BookEvent): void {
  const act = openAct(coop, event);
  const by = readAddress(event.args, "by");
  if (isBoardInOffice(coop, event.timestamp)) throw refusal(event, "seconded though a board is in office");
  if (isSame(act.decidedBy, by) || act.secondedBy !== undefined) throw refusal(event, "seconded twice");
  if (!isDirector(coop, by, event.timestamp)) throw refusal(event, `seconded by ${by}, who is no member`);
  act.secondedBy = by;
}

function carryOut(coop: Coop, event: BookEvent): void {
  const act = openAct(coop, event);
  const by = readAddress(event.args, "by");
  const now = event.timestamp;
  if (isSame(act.decidedBy, by) || isSame(act.secondedBy, by))
    throw refusal(event, `carried out by ${by}, who decided it`);
  const asTreasurer = isBoardInOffice(coop, now) && holds(coop, ROLE.treasurer, by, now);
  if (!asTreasurer && !isDirector(coop, by, now)) throw refusal(event, `carried out by ${by}, who may not`);
  if (!isBoardInOffice(coop, now) && act.secondedBy === undefined) throw refusal(event, "which nobody has seconded");
  Object.assign(act, { state: "carried-out", carriedOutBy: by, endedAt: now });
}

function withdraw(coop: Coop, event: BookEvent): void {
  Object.assign(openAct(coop, event), { state: "withdrawn", endedAt: event.timestamp });
}
