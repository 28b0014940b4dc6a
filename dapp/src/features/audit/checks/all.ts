// Everything that the browser checks, in the order in which it is done.
import type { Check } from "./check.ts";
import { bonds, income, machines } from "./commons.ts";
import { events, members, modules, offices, rules } from "./house.ts";
import { journal } from "./journal.ts";
import { dividends, jobs, points } from "./market.ts";
import { funds, holdings } from "./money.ts";
import { opinions } from "./opinions.ts";
import { shares } from "./shares.ts";
import { votes } from "./voting.ts";

export const CHECKS: readonly Check[] = [
  events,
  funds,
  holdings,
  journal,
  members,
  shares,
  votes,
  machines,
  bonds,
  income,
  jobs,
  points,
  dividends,
  modules,
  offices,
  rules,
  opinions,
];
