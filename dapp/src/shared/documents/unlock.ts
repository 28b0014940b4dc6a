import { t } from "../../../../books/say.ts";
import { DocumentProblem } from "../../../../documents/envelope/problem.ts";
import { deriveReadingKey, type ReadingKey, readingKeyText } from "../../../../documents/envelope/readingKey.ts";
import { isSignedBy } from "../../../../documents/envelope/signed.ts";
import { heldKey, holdKey } from "./keyring.ts";
import type { DocumentTools } from "./tools.ts";

/** Said before `unlock` opens the wallet. */
export const UNLOCK_WORDS = t`Your wallet will ask you to sign a fixed text. The signature is the key to what was sealed for you: it stays in this tab, sends nothing and costs nothing.`;

/** The reading key of the account: the one made in this tab before, or one from a signature that the wallet is asked for. */
export async function unlock({ place, account, sign }: DocumentTools): Promise<ReadingKey> {
  const held = heldKey(place, account);
  if (held) return held;
  const text = readingKeyText(place);
  const signature = await sign(text);
  const key = await deriveReadingKey(signature, account, place);
  if (!(await isSignedBy(account, text, signature))) {
    throw new DocumentProblem(t`Your wallet signed with another account. See which account it is on, and try again.`);
  }
  holdKey(place, account, key);
  return key;
}
