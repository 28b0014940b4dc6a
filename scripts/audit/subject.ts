// What every check looks at: the books made from the events, and the chain they are compared with.
import type { Coop } from "../../books/coop.ts";
import type { Chain } from "./chain.ts";
import type { House } from "./house.ts";

export type Subject = { chain: Chain; house: House; coop: Coop };
