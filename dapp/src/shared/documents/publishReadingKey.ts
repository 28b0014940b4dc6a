import type { PublishedKey } from "../../../../documents/envelope/signed.ts";
import { keyText } from "../../../../documents/envelope/signed.ts";
import { putKey } from "./service.ts";
import { type DocumentTools, signNow } from "./tools.ts";
import { unlock } from "./unlock.ts";

/** Makes the account's reading key and lets others seal documents with it. */
export async function publishReadingKey(tools: DocumentTools): Promise<PublishedKey> {
  const { place, account } = tools;
  const key = (await unlock(tools)).public;
  const signed = await signNow(tools, (at) => keyText(place, key, at));
  await putKey(account, key, signed);
  return { account, key, ...signed };
}
