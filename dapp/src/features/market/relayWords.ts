// What a customer reads about a confirmation that the relay has.
import { t } from "../../../../books/say.ts";
import { rich } from "../../shared/language/rich.ts";
import type { RelayWords } from "../../shared/relay/RelayedNote.tsx";

export const confirmationWords = (): RelayWords => ({
  unsure: t`You signed that it is done, and the relay has not said that it has it.`,
  again: (button) => rich`It is kept in this browser. ${button} without signing, or send your confirmation yourself.`,
  accepted: t`Accepted by the relay: you confirmed that it is done.`,
  onItsWay: t`On its way to the chain: you confirmed that it is done.`,
  beingRecorded: t`It is being recorded. You will see it here.`,
  waiting: (moment) => t`It will be on chain by ${moment}.`,
  late: (moment) => t`It promised to post it by ${moment} and has not. Send your confirmation yourself.`,
  lost: t`The relay says that it does not have it any more. Send your confirmation yourself.`,
  silent: t`The relay does not answer at the moment. If that lasts, send your confirmation yourself.`,
});
