// Events, modules, offices, rules and members.

import { inOffice, moduleAt, PLACE, ROLE } from "../../../../../books/apply/founding.ts";
import { english } from "../../../../../books/english.ts";
import type { CommonsSubject } from "../../../../../books/model/commons.ts";
import type { MarketSubject } from "../../../../../books/model/market.ts";
import { KIND_NAMES } from "../../../../../books/rules.ts";
import { said, t } from "../../../../../books/say.ts";
import { capitalised } from "../../../../../books/words.ts";
import { MODULE_AT } from "../../../shared/chain/places.ts";
import { MODULE_TITLES } from "../../../shared/chain/titles.ts";
import { shortAddress } from "../../../shared/format/address.ts";
import { officeName } from "../../../shared/motion/offices.ts";
import { ask, askAll, type Check, Comparison } from "./check.ts";

const ABOUT: Record<CommonsSubject | MarketSubject, string> = {
  ...{ bids: t`bids`, clearing: t`clearing`, coupons: t`coupons`, rent: t`rent`, auctions: t`auctions` },
  ...{ income: t`income`, budgets: t`budgets`, jobs: t`jobs`, split: t`split`, fees: t`fees`, points: t`points` },
  ...{ surplus: t`surplus`, dividends: t`dividends` },
};
const NOBODY = `0x${"0".repeat(40)}`;
/** By number of `MemberStatus`. */
const STATUS = ["none", english`active`, english`left`, english`expelled`];

export const events: Check = {
  title: t`Events, each possible after those before it`,
  of: t`Every event is applied to the books in its order, and what it tells is worked out again from the events before it.`,
  run: async (subject) => {
    const { made, commons, market } = subject;
    const comparison = new Comparison(subject);
    comparison.same(t`Events that the books could not accept`, 0, made.refusals.length);
    for (const refusal of made.refusals) comparison.same(refusal, t`impossible`, t`told`);
    for (const [about, count] of [...commons.compared, ...market.compared]) {
      const wrong = [...commons.disagreements, ...market.disagreements].filter((one) => one.about === about);
      comparison.same(
        t`${capitalised(ABOUT[about])}: figures that were told, worked out again`,
        count,
        count - wrong.length,
      );
      for (const { what, follows, told } of wrong) comparison.same(what, follows, told);
    }
    return comparison;
  },
};

export const modules: Check = {
  title: t`Modules in the directory`,
  of: t`Which contract stands at each place, by the events of the directory and as the directory answers.`,
  run: async (subject) => {
    const comparison = new Comparison(subject);
    const places = Object.values(PLACE).filter((place) => place !== PLACE.directory);
    const answers = await askAll(places, (place) => ask(subject, "directory", "moduleAt", [place]));
    for (const [place, found] of answers) {
      const name = MODULE_AT[place];
      comparison.same(name ? MODULE_TITLES[name] : t`Place ${place}`, moduleAt(subject.coop, place) ?? NOBODY, found);
    }
    return comparison;
  },
};

export const offices: Check = {
  title: t`Offices and their ends`,
  of: t`When each office ends and how many hold it, by the events of appointments and as the contract answers.`,
  run: async (subject) => {
    const { coop, head } = subject;
    const comparison = new Comparison(subject);
    const keyOf = ({ role, account }: { role: number; account: string }) => `${role}:${account.toLowerCase()}`;
    const held = new Map(coop.offices.map((office) => [keyOf(office), office]));
    const ever = new Map([...coop.formerOffices, ...coop.offices].map((office) => [keyOf(office), office]));
    const ends = await askAll([...ever.values()], ({ role, account }) =>
      ask(subject, "authority", "endOf", [BigInt(role), account]),
    );
    for (const [office, until] of ends) {
      const who = t`${capitalised(officeName(office.role))} ${shortAddress(office.account)}, ends at (seconds)`;
      comparison.same(who, held.get(keyOf(office))?.until ?? 0, until);
    }
    const counts = await askAll(Object.values(ROLE), (role) => ask(subject, "authority", "inOffice", [BigInt(role)]));
    for (const [role, count] of counts) {
      comparison.same(t`In office: ${officeName(role)}`, inOffice(coop, role, head.timestamp), count);
    }
    return comparison;
  },
};

type StoredRules = { kinds: Record<string, unknown>[]; voting: Record<string, unknown> };

export const rules: Check = {
  title: t`Rules of decision making`,
  of: t`Every figure of every version of the rules, as it was told and as the Assembly keeps it.`,
  run: async (subject) => {
    const { coop } = subject;
    const comparison = new Comparison(subject);
    comparison.same(t`Version in force`, coop.rulesVersion, await ask(subject, "assembly", "rulesVersion"));
    const stored = await askAll([...coop.rules], ([version]) => ask(subject, "assembly", "rulesAt", [version]));
    for (const [[version, { kinds, voting }], answer] of stored) {
      const found = answer as StoredRules;
      for (const [i, kind] of kinds.entries()) {
        for (const [clause, value] of Object.entries(kind)) {
          const where = t`Version ${version}, ${said(KIND_NAMES[i as 0])} resolution, ${clause}`;
          comparison.same(where, value, found.kinds[i]?.[clause]);
        }
      }
      for (const [clause, value] of Object.entries(voting)) {
        comparison.same(t`Version ${version}, ${clause}`, value, found.voting[clause]);
      }
    }
    return comparison;
  },
};

export const members: Check = {
  title: t`Members, one by one, and the roll`,
  of: t`Who is a member, with which account and in which class, by the events and as the register answers.`,
  run: async (subject) => {
    const { coop } = subject;
    const comparison = new Comparison(subject);
    const roll = (await ask(subject, "register", "roll")) as { active: number }[];
    for (const { index, name } of coop.classes) {
      const counted = [...coop.members.values()].filter((one) => one.status === "active" && one.class === index);
      comparison.same(t`On the roll: ${name}`, counted.length, roll[index]?.active ?? 0);
    }
    const stored = await askAll([...coop.members.values()], ({ id }) =>
      ask(subject, "register", "member", [BigInt(id)]),
    );
    for (const [{ id, account, status, class: index }, answer] of stored) {
      const found = answer as { account: string; class: number; status: number };
      comparison.same(t`Member ${id}`, status, STATUS[found.status]);
      comparison.same(t`Member ${id}, account`, account, found.account);
      comparison.same(t`Member ${id}, class`, index, found.class);
    }
    return comparison;
  },
};
