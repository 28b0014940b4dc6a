/** The offices a person can hold, by number as in contracts/libraries/Roles.sol. */
const OFFICES: Record<number, string> = {
  2: "board",
  3: "treasurer",
  4: "arbiter",
  5: "auditor",
  6: "guardian",
};

export const OFFICE_NUMBERS: readonly number[] = Object.keys(OFFICES).map(Number);
export const BOARD = 2;
export const TREASURER = 3;
export const ARBITER = 4;
export const AUDITOR = 5;
export const GUARDIAN = 6;

export const officeName = (role: number): string => OFFICES[role] ?? `office ${role}`;
