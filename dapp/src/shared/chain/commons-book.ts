// Of whose events the book of the commons is made.
import { applyCommons, type CommonsBook, emptyCommons } from "../../../../books/commons.ts";
import { laterBook, type Records } from "./later-book.ts";
import type { Tables } from "./tables.ts";

export const commonsBook = (tables: Tables): ((records: Records) => CommonsBook) =>
  laterBook({
    of: ["directory", "register", "treasury", "bonds", "machines", "income"],
    tables,
    begin: (base) => base?.commons ?? emptyCommons(),
    apply: applyCommons,
  });
