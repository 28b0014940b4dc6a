// What auditors signed: whether the chain still has the blocks that they named.

import { ROLE } from "../../../../../books/apply/founding.ts";
import { t } from "../../../../../books/say.ts";
import { sameAddress } from "../../../shared/format/address.ts";
import { hashOfBlock } from "../blocks.ts";
import { askAll, type Check, Comparison } from "./check.ts";

export const opinions: Check = {
  title: t`Blocks that auditors gave opinions on`,
  of: t`The hash that each opinion names, and the hash that the chain has for the same block today; and that an auditor gave it.`,
  run: async (subject) => {
    const { client, coop } = subject;
    const comparison = new Comparison(subject);
    const offices = [...coop.offices, ...coop.formerOffices].filter(({ role }) => role === ROLE.auditor);
    const found = await askAll(coop.opinions, ({ blockNumber }) => hashOfBlock(client, blockNumber));
    for (const [{ id, blockNumber, blockHash, auditor }, hash] of found) {
      comparison.same(t`Opinion ${id}, block ${blockNumber}`, blockHash, hash);
      const was = offices.some(({ account }) => sameAddress(account, auditor));
      comparison.same(t`Opinion ${id}, given by an auditor`, true, was);
    }
    return comparison;
  },
};
