// What a member reads about a ballot that the relay has.
import { t } from "../../../../books/say.ts";
import { rich } from "../../shared/language/rich.ts";
import type { RelayWords } from "../../shared/relay/RelayedNote.tsx";

export const ballotWords = (position: string): RelayWords => ({
  unsure: t`You signed a ballot ${position}, and the relay has not said that it has it.`,
  again: (button) => rich`It is kept in this browser. ${button} without signing, or send your vote yourself.`,
  accepted: t`Your vote is handed in: ${position}.`,
  onItsWay: t`Your vote is on its way to the count: ${position}.`,
  beingRecorded: t`It is being recorded. You will see it counted here.`,
  waiting: (moment) =>
    t`It will be counted by ${moment}, and you will see it here. There is nothing more to do; you can change it until the vote closes.`,
  late: (moment) => t`It promised to post it by ${moment} and has not. Send your vote yourself: that always counts.`,
  lost: t`The relay says that it does not have it any more. Send your vote yourself.`,
  silent: t`The relay does not answer at the moment. If that lasts, send your vote yourself.`,
});
