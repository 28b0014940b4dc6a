// JobMarket: its terms, when nothing new begins, and what providers offer to whoever books it.
import type { BookEvent } from "../event.ts";
import type { MarketTerms } from "../job.ts";
import type { MarketBook, MarketState, ServiceEntry } from "../model/market.ts";
import { readAddress, readBigInt, readBoolean, readHex, readNumber, readStruct } from "../read.ts";
import { jobIn, requireOpen, stateAt } from "./market-state.ts";
import { readCount, refusal } from "./told.ts";

export function applyServices(book: MarketBook, event: BookEvent): void {
  const state = stateAt(book, event);
  if (event.name === "MarketTermsSet") setTerms(state, event);
  else if (event.name === "NothingNewUntil") state.closedUntil = readNumber(event.args, "until");
  else if (event.name === "ServicePosted") post(state, event);
  else if (event.name === "ServiceBooked") booked(state, event);
  else if (event.name === "ServiceWithdrawn") serviceIn(state, event).open = false;
}

function setTerms(state: MarketState, event: BookEvent): void {
  const number = readNumber(event.args, "number");
  const next = state.terms.length + 1;
  if (number !== next) throw refusal(event)(`sets terms ${number}; the next are ${next}`);
  state.terms.push(termsFrom(readStruct(event.args, "terms")));
}

const termsFrom = (told: Readonly<Record<string, unknown>>): MarketTerms => ({
  fee: readNumber(told, "fee"),
  commonsShare: readNumber(told, "commonsShare"),
  workShare: readNumber(told, "workShare"),
  window: readNumber(told, "window"),
  ruleWithin: readNumber(told, "ruleWithin"),
  defaultAward: readNumber(told, "defaultAward"),
  speed: readNumber(told, "speed"),
  membersOnly: readBoolean(told, "membersOnly"),
});

function post(state: MarketState, event: BookEvent): void {
  const { args } = event;
  const id = readCount(args, "serviceId");
  if (state.services.has(id)) throw refusal(event)(`posts service ${id} again`);
  requireOpen(state, event);
  state.services.set(id, {
    id,
    provider: readAddress(args, "provider"),
    kind: readNumber(args, "kind"),
    terms: readNumber(args, "terms"),
    fare: readBigInt(args, "fare"),
    passThrough: readBigInt(args, "passThrough"),
    lasts: readNumber(args, "lasts"),
    details: readHex(args, "details"),
    postedAt: event.timestamp,
    open: true,
    bookings: [],
  });
}

/** Comes between the job's offer and its acceptance. */
function booked(state: MarketState, event: BookEvent): void {
  const service = serviceIn(state, event);
  const entry = jobIn(state, event);
  const { job } = entry;
  const fits =
    job.provider.toLowerCase() === service.provider.toLowerCase() &&
    job.kind === service.kind &&
    job.fare === service.fare &&
    job.passThrough === service.passThrough &&
    job.doBy === event.timestamp + service.lasts;
  if (!fits) throw refusal(event)(`books service ${service.id} for a job that is another`);
  entry.service = service.id;
  service.bookings.push(entry.id);
}

/** One that can still be booked. */
function serviceIn(state: MarketState, event: BookEvent): ServiceEntry {
  const id = readCount(event.args, "serviceId");
  const service = state.services.get(id);
  if (!service?.open) throw refusal(event)(`is about service ${id}, which is not there`);
  return service;
}
