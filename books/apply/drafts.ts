// Assembly: drafts, rules, minutes and calls to the outside.
import { type Address, type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Content, Coop, Draft, Seconding } from "../model.ts";
import {
  readAddress,
  readBigInt,
  readBigInts,
  readBoolean,
  readHex,
  readHexes,
  readNumber,
  readNumbers,
  readStruct,
  readStructs,
  readText,
} from "../read.ts";
import type { Kind, Rules } from "../rules.ts";
import { FUNCTIONS } from "../topic.ts";
import { PLACE, placeOf } from "./founding.ts";

export function applyDrafts(coop: Coop, event: BookEvent): void {
  const { args, name } = event;
  if (name === "RulesSet") setRules(coop, event);
  else if (name === "Drafted") open(coop, event);
  else if (name === "Seconded") openSeconding(coop, event).seconders.push(readAddress(args, "seconder"));
  else if (name === "DraftWithdrawn") openSeconding(coop, event).state = "withdrawn";
  else if (name === "DAOURIUpdate") coop.daoURI = readText(args, "daoURI");
  else if (name === "Minuted") {
    coop.minutes.push({ matter: readHex(args, "matter"), at: event.timestamp, tx: event.transactionHash });
  } else if (name === "CalledOutside") {
    const [target, data] = [readAddress(args, "target"), readHex(args, "data")];
    coop.outsideCalls.push({ target, data, at: event.timestamp, tx: event.transactionHash });
  }
}

/** The draft that an event is about; only an open one can be seconded, withdrawn or put on notice. */
export function openDraft(coop: Coop, event: BookEvent): Draft {
  const id = readBigInt(event.args, "draftId");
  const draft = coop.drafts.get(String(id));
  if (draft?.state !== "open") throw new BooksError(`${whereOf(event)} is about draft ${id}, which is not open.`);
  return draft;
}

/** As `openDraft`, or the draft of a poll. */
function openSeconding(coop: Coop, event: BookEvent): Seconding {
  const poll = coop.pollDrafts.get(String(readBigInt(event.args, "draftId")));
  return poll?.state === "open" ? poll : openDraft(coop, event);
}

export function readContent(event: BookEvent): Content {
  return {
    targets: readHexes(event.args, "targets") as Address[],
    values: readBigInts(event.args, "values"),
    calldatas: readHexes(event.args, "calldatas"),
    description: readText(event.args, "description"),
  };
}

function open(coop: Coop, event: BookEvent): void {
  const id = readBigInt(event.args, "draftId");
  if (coop.drafts.get(String(id))?.state === "open") throw new BooksError(`${whereOf(event)} opens draft ${id} twice.`);
  const [content, proposer] = [readContent(event), readAddress(event.args, "proposer")];
  const appeal = isAppeal(coop, proposer, content);
  if (!appeal && !coop.memberOf.has(proposer.toLowerCase())) {
    throw new BooksError(`${whereOf(event)} opens a draft of ${proposer}, who is no member and does not appeal.`);
  }
  coop.drafts.set(String(id), {
    ...content,
    id,
    proposer,
    appeal,
    kind: readNumber(event.args, "kind") as Kind,
    openedAt: event.timestamp,
    seconders: [],
    state: "open",
  });
}

/** Whether the one action is that an applicant be admitted who took the refusal, or the silence, to the members (M3). */
function isAppeal(coop: Coop, proposer: Address, { targets, calldatas }: Content): boolean {
  const key = proposer.toLowerCase();
  const application = coop.applications.get(key);
  if (application?.appealedAt === undefined || coop.memberOf.has(key)) return false;
  const word = (digits: string) => digits.padStart(64, "0");
  const { class: classIndex, commitment } = application;
  const words = [word(key.slice(2)), word(classIndex.toString(16)), commitment.slice(2).toLowerCase()];
  const admits = [FUNCTIONS.admit.selector, ...words].join("");
  return targets.length === 1 && placeOf(coop, targets[0] ?? "") === PLACE.register && calldatas[0] === admits;
}

function setRules(coop: Coop, event: BookEvent): void {
  const version = readNumber(event.args, "version");
  coop.rules.set(version, readRules(event));
  coop.rulesVersion = version;
}

function readRules(event: BookEvent): Rules {
  const rules = readStruct(event.args, "rules");
  const voting = readStruct(rules, "voting");
  return {
    kinds: readStructs(rules, "kinds").map((rule) => ({
      notice: readNumber(rule, "notice"),
      period: readNumber(rule, "period"),
      quorumNumber: readNumber(rule, "quorumNumber"),
      quorumShare: readNumber(rule, "quorumShare"),
      threshold: readNumber(rule, "threshold"),
      turnout: readNumber(rule, "turnout"),
      delay: readNumber(rule, "delay"),
      window: readNumber(rule, "window"),
      everyClass: readBoolean(rule, "everyClass"),
    })),
    voting: {
      weights: readNumbers(voting, "weights"),
      byWeight: readBoolean(voting, "byWeight"),
      investorCap: readNumber(voting, "investorCap"),
      blockShare: readNumber(voting, "blockShare"),
      blockNumber: readNumber(voting, "blockNumber"),
      secondersShare: readNumber(voting, "secondersShare"),
      secondersNumber: readNumber(voting, "secondersNumber"),
      barredFor: readNumber(voting, "barredFor"),
      proxyLimit: readNumber(voting, "proxyLimit"),
      disposalShare: readNumber(voting, "disposalShare"),
    },
  };
}
