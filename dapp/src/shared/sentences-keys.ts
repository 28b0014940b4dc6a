// What can be refused of ballot keys, and of ballots that they sign together.
import { t } from "../../../books/say.ts";
import { NOT_MEMBER, say, type Words } from "./sentences-words.ts";

export const KEY_SENTENCES: Record<string, Words> = {
  AssemblyAggregateNotSigned: say(
    t`These ballots are not signed by all whom they name.`,
    t`None of them was counted. Check each one alone and hand them in again.`,
  ),
  BallotKeysNotMember: NOT_MEMBER,
  BallotKeysMalformed: say(t`A ballot key or a signature does not have its length.`, t`Make it anew and try again.`),
  BallotKeysInfinity: say(t`This is no ballot key: it would sign everything.`, t`Make another one.`),
  BallotKeysUsed: say(t`This ballot key was registered before.`, t`Make another one: each is used once.`),
  BallotKeysNotProven: say(
    t`Nothing shows that you hold this ballot key.`,
    t`Register it in the browser that made it, with the account that it was made for.`,
  ),
  BallotKeysNotConsented: say(
    t`The account has not agreed to this ballot key, or did so too long ago.`,
    t`Sign in your wallet again.`,
  ),
  BallotKeysNone: say(t`You have no ballot key.`, t`Nothing needs to be done.`),
  BallotKeysNotToPack: say(
    t`One of these ballot keys is not registered, counts no more, or belongs to another page of seats.`,
    t`Read the list of keys again and leave it out.`,
  ),
  BallotKeysPacked: say(
    t`One of these ballot keys is packed with as many others already.`,
    t`Leave it out, or pack more keys together.`,
  ),
  BallotKeysOutOfOrder: say(
    t`Ballot keys and sheets are handed in by their numbers, each once.`,
    t`Sort the list and try again.`,
  ),
  BallotKeysUnknownSeats: say(
    t`A ballot names a member who has no ballot key there.`,
    t`Read the list of keys again. Nothing was counted.`,
  ),
  BlsPointInvalid: say(t`A ballot key or a signature is damaged, or none at all.`, t`Make it anew and try again.`),
  BlsUnavailable: say(
    t`Ballots can not be counted together here: the chain can not check them, or was given too little to do it.`,
    t`Try once more, or vote with your wallet, which always works.`,
  ),
  KeyCodeNotWritten: say(t`The ballot keys could not be written down.`, t`Pack fewer of them at once.`),
};
