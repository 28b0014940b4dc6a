// Whether the snapshot with which this page begins is what the events say.
import { EVENTS } from "virtual:first-events";
import type { Hex } from "viem";
import { sha256, stringToHex } from "viem";
import { t } from "../../../../../books/say.ts";
import { TABLES } from "../../../shared/chain/books.ts";
import { ChainRecord } from "../../../shared/chain/chain-record.ts";
import { commonsBook } from "../../../shared/chain/commons-book.ts";
import { marketBook } from "../../../shared/chain/market-book.ts";
import type { KeptLog } from "../../../shared/chain/reader.ts";
import { fetchSnapshot, snapshotFrom, textOf } from "../../../shared/chain/snapshot.ts";
import { type Check, Comparison, type Subject } from "./check.ts";

export const snapshot: Check = {
  title: t`Where this page begins`,
  of: t`The fingerprint of the books up to a block that the page's own server gives to visitors, and that of the same books made here from every event since the founding.`,
  run: async (subject) => {
    const comparison = new Comparison(subject);
    if (!subject.beginning) return comparison;
    const { file, kept } = subject.beginning;
    const found = await fetchSnapshot(file, subject.modules.directory);
    const made = snapshotMade(subject, kept, found);
    comparison.same(
      t`Fingerprint of the books up to block ${file.block}`,
      fingerprint(textOf(made)),
      fingerprint(textOf(found)),
    );
    return comparison;
  },
};

function snapshotMade(
  { modules, settlement }: Subject,
  kept: readonly KeptLog[],
  { to, hash, timestamp, books }: Found,
) {
  const record = new ChainRecord(modules.directory, EVENTS);
  const logs = kept.filter(({ log }) => Number(log.blockNumber) <= to);
  record.add({ from: 0, to, hash, timestamp, logs });
  const made = { books, settlement, commons: commonsBook(TABLES)(record), market: marketBook(TABLES)(record) };
  return snapshotFrom(record, made, TABLES);
}

type Found = Awaited<ReturnType<typeof fetchSnapshot>>;

const fingerprint = (text: string): Hex => sha256(stringToHex(text));
