// The offices that a person can hold, by number.
export { OFFICE_NUMBERS, officeName } from "../../../../books/offices.ts";

export const BOARD = 2;
export const TREASURER = 3;
export const ARBITER = 4;
export const AUDITOR = 5;
export const GUARDIAN = 6;
