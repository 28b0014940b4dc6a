// Assembly: notice and execution.
import { actionsKey, barAtNotice } from "../bar.ts";
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop, Proposal } from "../model.ts";
import { readAddress, readBigInt, readBoolean, readHex, readNumber, readNumbers, readStruct } from "../read.ts";
import type { Kind, Terms, Topic } from "../rules.ts";
import { termsAtNotice } from "../terms.ts";
import { motionOf } from "../topic.ts";
import { openDraft, readContent } from "./drafts.ts";

export function applyVoting(coop: Coop, event: BookEvent): void {
  if (event.name === "ProposalCreated") announce(coop, event);
  else if (event.name === "NoticeGiven") giveNotice(coop, event);
  else if (event.name === "Heard") proposalOf(coop, event).heard.push(readHex(event.args, "statement"));
  else if (event.name === "ProposalExecuted") carryOut(coop, event);
}

/** Governor's event comes first and has the content; the notice that completes it follows in the same transaction. */
function announce(coop: Coop, event: BookEvent): void {
  coop.announced = {
    ...readContent(event),
    id: readBigInt(event.args, "proposalId"),
    proposer: readAddress(event.args, "proposer"),
    voteStart: readNumber(event.args, "voteStart"),
    voteEnd: readNumber(event.args, "voteEnd"),
    tx: event.transactionHash,
  };
}

function giveNotice(coop: Coop, event: BookEvent): void {
  const { args, timestamp, transactionHash } = event;
  const id = readBigInt(args, "proposalId");
  const draftId = readBigInt(args, "draftId");
  const announced = coop.announced;
  if (announced?.id !== id || announced.tx !== transactionHash) {
    throw new BooksError(`${whereOf(event)} is about proposal ${id}, whose ProposalCreated is missing.`);
  }
  const draft = draftId === 0n ? undefined : openDraft(coop, event);
  const { tx, ...content } = announced;
  const terms = readTerms(event);
  const proposal: Proposal = {
    ...content,
    draftId,
    seconders: draft ? [...draft.seconders] : [],
    kind: readNumber(args, "kind") as Kind,
    noticeAt: timestamp,
    rulesVersion: readNumber(args, "rulesVersion"),
    round: readNumber(args, "round"),
    topic: readNumber(args, "topic") as Topic,
    excluded: readNumber(args, "excluded"),
    heard: [],
    terms,
    derivedTerms: terms,
    derivedMotion: motionOf(coop, content),
    petitioners: new Map(),
    rolls: readNumbers(args, "rolls"),
    serials: readNumbers(args, "serials"),
    ballots: new Map(),
    passedOver: [],
    assembly: event.address,
    noticeTx: tx,
    noticeBlock: event.blockNumber,
  };
  if (!coop.rules.has(proposal.rulesVersion)) {
    throw new BooksError(`${whereOf(event)} is under rules ${proposal.rulesVersion}, which were never set.`);
  }
  proposal.derivedTerms = termsAtNotice(coop, proposal);
  // A draft may ask for a stricter kind than its actions need.
  if (draft && draft.kind > proposal.derivedMotion.kind) proposal.derivedMotion.kind = draft.kind;
  const { refused, takesPlace } = barAtNotice(coop, proposal, draft);
  if (refused) proposal.refused = refused;
  if (takesPlace) coop.latest.set(actionsKey(proposal), String(id));
  coop.proposals.set(String(id), proposal);
  coop.announced = undefined;
  if (draft) Object.assign(draft, { state: "noticed", proposalId: id });
}

function readTerms(event: BookEvent): Terms {
  const terms = readStruct(event.args, "terms");
  return {
    mayHold: readBoolean(terms, "mayHold"),
    mayAdjourn: readBoolean(terms, "mayAdjourn"),
    relieved: readBoolean(terms, "relieved"),
    everyClass: readBoolean(terms, "everyClass"),
  };
}

/** Whether a seat was issued before the roll closed, and is not that of the member to be expelled. */
export function isOnRoll({ serials, excluded }: Pick<Proposal, "serials" | "excluded">, seat: number): boolean {
  return seat !== excluded && (seat & 0xffffff) <= (serials[seat >>> 24] ?? 0);
}

function carryOut(coop: Coop, event: BookEvent): void {
  const proposal = proposalOf(coop, event);
  if (proposal.executedAt !== undefined) throw new BooksError(`${whereOf(event)} carries ${proposal.id} out again.`);
  proposal.executedAt = event.timestamp;
  proposal.executedTx = event.transactionHash;
}

/** The proposal that an event is about. */
export function proposalOf(coop: Coop, event: BookEvent): Proposal {
  const id = readBigInt(event.args, "proposalId");
  const proposal = coop.proposals.get(String(id));
  if (!proposal) throw new BooksError(`${whereOf(event)} is about proposal ${id}, which got no notice.`);
  return proposal;
}
