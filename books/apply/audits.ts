// AuditRegister: opinions, certified losses and what bore them, yearly reports (A1, A8, S5).
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Certificate, Coop } from "../model.ts";
import { readAddress, readBigInt, readHex, readNumber } from "../read.ts";

/** A certificate can be used for this long; seconds. */
const LASTS = 365 * 86_400;

export function applyAudits(coop: Coop, event: BookEvent): void {
  if (event.name === "OpinionFiled") fileOpinion(coop, event);
  else if (event.name === "LossCertified") certify(coop, event);
  else if (event.name === "LossCharged") charge(coop, event);
  else if (event.name === "ReportFiled") fileReport(coop, event);
}

/** What of a certified loss is not borne yet and can still be, at a moment. */
export function leftOf({ amount, covered, at }: Certificate, now: number): bigint {
  return now > at + LASTS ? 0n : amount - covered;
}

function fileOpinion(coop: Coop, event: BookEvent): void {
  const id = Number(readBigInt(event.args, "opinionId"));
  const next = coop.opinions.length + 1;
  if (id !== next) throw new BooksError(`${whereOf(event)} files opinion ${id}; the next is ${next}.`);
  coop.opinions.push({
    id,
    auditor: readAddress(event.args, "auditor"),
    blockNumber: readBigInt(event.args, "blockNumber"),
    blockHash: readHex(event.args, "blockHash"),
    report: readHex(event.args, "report"),
    opinion: readNumber(event.args, "opinion"),
    at: event.timestamp,
  });
}

function certify(coop: Coop, event: BookEvent): void {
  const id = Number(readBigInt(event.args, "certificateId"));
  const next = coop.certificates.size + 1;
  if (id !== next) throw new BooksError(`${whereOf(event)} is certificate ${id}; the next is ${next}.`);
  coop.certificates.set(id, {
    id,
    auditor: readAddress(event.args, "auditor"),
    amount: readBigInt(event.args, "amount"),
    covered: 0n,
    report: readHex(event.args, "report"),
    at: event.timestamp,
    charges: [],
  });
}

function charge(coop: Coop, event: BookEvent): void {
  const certificate = coop.certificates.get(Number(readBigInt(event.args, "certificateId")));
  const [amount, covered] = [readBigInt(event.args, "amount"), readBigInt(event.args, "covered")];
  const by = readAddress(event.args, "by");
  const refuse = (why: string) => new BooksError(`${whereOf(event)} charges ${amount} ${why}.`);
  if (!certificate) throw refuse("to a loss that nobody certified");
  if (amount > leftOf(certificate, event.timestamp)) throw refuse("more than is left of the loss");
  if (covered !== certificate.covered + amount) throw refuse(`and calls ${covered} covered in all`);
  certificate.covered = covered;
  certificate.charges.push({ by, amount, at: event.timestamp });
}

function fileReport(coop: Coop, event: BookEvent): void {
  const year = readNumber(event.args, "year");
  if (coop.reports.has(year)) throw new BooksError(`${whereOf(event)} files a second report for ${year}.`);
  const [by, report] = [readAddress(event.args, "by"), readHex(event.args, "report")];
  coop.reports.set(year, { year, by, report, at: event.timestamp });
}
