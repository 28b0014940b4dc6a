// One sentence for each custom error of the contracts and of the libraries they are built on. test/dapp/errors.test.ts
// fails when one is missing.
import { COMMONS_SENTENCES } from "./sentences-commons.ts";
import { FOUNDING_SENTENCES } from "./sentences-founding.ts";
import { KEY_SENTENCES } from "./sentences-keys.ts";
import { MARKET_SENTENCES } from "./sentences-market.ts";
import { MEMBER_SENTENCES } from "./sentences-members.ts";
import { MONEY_SENTENCES } from "./sentences-money.ts";
import { OFFICE_SENTENCES } from "./sentences-offices.ts";
import { VOTING_SENTENCES } from "./sentences-voting.ts";
import type { Words } from "./sentences-words.ts";

export const SENTENCES: Record<string, Words> = {
  ...FOUNDING_SENTENCES,
  ...VOTING_SENTENCES,
  ...MONEY_SENTENCES,
  ...MEMBER_SENTENCES,
  ...KEY_SENTENCES,
  ...OFFICE_SENTENCES,
  ...COMMONS_SENTENCES,
  ...MARKET_SENTENCES,
};
