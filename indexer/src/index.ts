// Hands every log that Ponder finds to the keeper.
import { type EventNames, ponder } from "ponder:registry";
import type { Writing } from "../host/database.ts";
import type { FoundLog } from "../host/decode.ts";
import { Keeper } from "../host/keeper.ts";
import { known } from "../host/known.ts";
import { settingsFrom } from "../host/settings.ts";
import { DIRECTORY, directoryEvents, moduleEvents } from "../host/sources.ts";

const { directory, token } = settingsFrom(process.env);
const keeper = new Keeper(directory, token, known);

type Found = Pick<FoundLog, "block" | "log"> & { transaction: { hash: FoundLog["transactionHash"] } };

for (const [source, events] of Object.entries({ [DIRECTORY]: directoryEvents, ...moduleEvents })) {
  for (const { name } of events) {
    ponder.on(`${source}:${name}` as EventNames, ({ event, context }) => {
      const { block, log, transaction } = event as unknown as Found;
      return keeper.take({ block, log, transactionHash: transaction.hash }, context.db as unknown as Writing);
    });
  }
}
