// Every table of the projection.
import * as house from "./house.ts";
import * as ledger from "./ledger.ts";
import * as machines from "./machines.ts";
import * as market from "./market.ts";
import * as membership from "./membership.ts";
import * as money from "./money.ts";
import * as shares from "./shares.ts";
import type { Table } from "./table.ts";
import * as voting from "./voting.ts";

export const tables = {
  ...house,
  ...membership,
  ...voting,
  ...shares,
  ...money,
  ...machines,
  ...market,
  ...ledger,
} satisfies Record<string, Table>;

export const TABLES: readonly Table[] = Object.values(tables);
