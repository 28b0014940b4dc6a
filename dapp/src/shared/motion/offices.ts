// The offices that a person can hold, by number.
import { officeName as english } from "../../../../books/offices.ts";
import { said } from "../../../../books/say.ts";

export { OFFICE_NUMBERS } from "../../../../books/offices.ts";

export const officeName = (role: number): string => said(english(role));

export const BOARD = 2;
export const TREASURER = 3;
export const ARBITER = 4;
export const AUDITOR = 5;
export const GUARDIAN = 6;
