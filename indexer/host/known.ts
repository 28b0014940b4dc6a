// Ponder's tables by the name that they have in the projection and in SQL.
import * as schema from "ponder:schema";
import type { Known } from "./database.ts";

/** Where Drizzle keeps a table's name. */
const NAME = Symbol.for("drizzle:Name");

export const known: Known = new Map(
  Object.values(schema).map((table) => [String((table as unknown as Record<symbol, unknown>)[NAME]), table as object]),
);
