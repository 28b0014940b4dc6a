// The offices that people hold, in words.
import { ROLE } from "./apply/founding.ts";

/** By number, as in contracts/libraries/Roles.sol. */
const OFFICES = new Map(Object.entries(ROLE).map(([name, role]): [number, string] => [role, name]));

export const OFFICE_NUMBERS: readonly number[] = [...OFFICES.keys()];

export const officeName = (role: number): string => OFFICES.get(role) ?? `office ${role}`;
