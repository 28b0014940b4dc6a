// What can be refused of ballot keys, and of ballots that they sign together.
import { NOT_MEMBER, say, type Words } from "./sentences-words.ts";

export const KEY_SENTENCES: Record<string, Words> = {
  AssemblyAggregateNotSigned: say(
    "These ballots are not signed by all whom they name.",
    "None of them was counted. Check each one alone and hand them in again.",
  ),
  BallotKeysNotMember: NOT_MEMBER,
  BallotKeysMalformed: say("A ballot key or a signature does not have its length.", "Make it anew and try again."),
  BallotKeysInfinity: say("This is no ballot key: it would sign everything.", "Make another one."),
  BallotKeysUsed: say("This ballot key was registered before.", "Make another one: each is used once."),
  BallotKeysNotProven: say(
    "Nothing shows that you hold this ballot key.",
    "Register it in the browser that made it, with the account that it was made for.",
  ),
  BallotKeysNotConsented: say(
    "The account has not agreed to this ballot key, or did so too long ago.",
    "Sign in your wallet again.",
  ),
  BallotKeysNone: say("You have no ballot key.", "Nothing needs to be done."),
  BallotKeysNotToPack: say(
    "One of these ballot keys is not registered, counts no more, or belongs to another page of seats.",
    "Read the list of keys again and leave it out.",
  ),
  BallotKeysPacked: say(
    "One of these ballot keys is packed with as many others already.",
    "Leave it out, or pack more keys together.",
  ),
  BallotKeysOutOfOrder: say(
    "Ballot keys and sheets are handed in by their numbers, each once.",
    "Sort the list and try again.",
  ),
  BallotKeysUnknownSeats: say(
    "A ballot names a member who has no ballot key there.",
    "Read the list of keys again. Nothing was counted.",
  ),
  BlsPointInvalid: say("A ballot key or a signature is damaged, or none at all.", "Make it anew and try again."),
  BlsUnavailable: say(
    "Ballots can not be counted together here: the chain can not check them, or was given too little to do it.",
    "Try once more, or vote with your wallet, which always works.",
  ),
  KeyCodeNotWritten: say("The ballot keys could not be written down.", "Pack fewer of them at once."),
};
