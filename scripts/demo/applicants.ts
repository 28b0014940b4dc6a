// Who would like to join: two wait, one was accepted and has not joined yet, one was refused and appeals, and of one the board
// has said nothing in time. Every time is in days before now.
import { Class } from "./charter.ts";
import { register } from "./members.ts";
import { BOARD, Outsider } from "./people.ts";
import { account, commitmentOf, type Happening, hashOf, type World } from "./world.ts";

type Applicant = {
  who: keyof typeof Outsider;
  class: number;
  appliedDaysAgo: number;
  /** By which director and when. */
  accepted?: { by: number; daysAgo: number };
  refused?: { by: number; daysAgo: number; reason: number; words: string };
};

/** The criteria are not met: a reason code of the register. */
const CRITERIA = 1;

export const applicants: readonly Applicant[] = [
  { who: "unheard", class: Class.Riders, appliedDaysAgo: 34 },
  {
    who: "refused",
    class: Class.Drivers,
    appliedDaysAgo: 21,
    refused: { by: BOARD[0] as number, daysAgo: 12, reason: CRITERIA, words: "No licence to carry passengers yet." },
  },
  { who: "applicant", class: Class.Supporters, appliedDaysAgo: 6 },
  { who: "welcome", class: Class.Riders, appliedDaysAgo: 5, accepted: { by: BOARD[2] as number, daysAgo: 1.3 } },
  { who: "farid", class: Class.Drivers, appliedDaysAgo: 2 },
];

export function applicantsHappen(world: World): Happening[] {
  return applicants.flatMap(({ who, class: classIndex, appliedDaysAgo, accepted, refused }) => {
    const place = Outsider[who];
    const applicant = account(world, place);
    const list = [register(world, place, appliedDaysAgo, "applyFor", [classIndex, commitmentOf(place)])];
    if (accepted) {
      const args = [applicant, hashOf(`one person ${place}`)];
      list.push(register(world, accepted.by, accepted.daysAgo, "accept", args));
    }
    if (refused) {
      const args = [applicant, refused.reason, hashOf(refused.words)];
      list.push(register(world, refused.by, refused.daysAgo, "refuse", args));
    }
    return list;
  });
}
