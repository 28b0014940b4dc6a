// The many jobs that went as they should, in two periods that are closed and one that runs. Every time is in days before now.

import { suspensions } from "./board.ts";
import { Class } from "./charter.ts";
import type { ToldJob } from "./jobs.ts";
import { Lost, Outsider, type Person, present } from "./people.ts";
import type { Random } from "./random.ts";

/** Offered between these days; all were over before their period was closed. */
const SPANS = [
  { from: 111, to: 82, count: 16 },
  { from: 75, to: 41, count: 22 },
  { from: 33, to: 6, count: 14 },
];
const EUROS = [60, 320] as const;
const TRIPS = [
  "Rides to dialysis, three weeks",
  "School run, a month",
  "Rides of a choir, there and back",
  "Errands of a week",
  "Late shift, ten rides home",
  "A move in four trips",
];
/** Some drive and ride often, others by chance. */
const OFTEN_DRIVE = [0, 4, 5, 10];
const OFTEN_RIDE = [1, 6, 7, 8];
const ROTA = 6;
/** Of ten: seven are countersigned, two signed for, one is left to its window. */
const ENDS = ["confirm", "sign", "confirm", "confirm", "release", "confirm", "confirm", "sign", "confirm", "confirm"];
const UNSEEN: readonly number[] = [...Object.values(Lost), ...suspensions.map(({ who }) => who), 48];

export function pastJobs(people: readonly Person[], random: Random): ToldJob[] {
  return SPANS.flatMap(({ from, to, count }, span) =>
    Array.from({ length: count }, (_, i): ToldJob => {
      const offeredDaysAgo = from - ((from - to) * i) / (count - 1);
      const [accepted, done] = [offeredDaysAgo - 0.1 - random.next() / 10, offeredDaysAgo - 0.6 - random.next() / 2];
      const how = ENDS[i % ENDS.length];
      const end =
        how === "release"
          ? (["release", done - 3.1] as const)
          : ([how === "sign" ? "sign" : "confirm", done - 0.2] as const);
      const of = (class_: number) =>
        present(people, offeredDaysAgo + 1)
          .filter((person) => person.class === class_ && !UNSEEN.includes(person.account))
          .map(({ account }) => account);
      const [driver, rider] = [random.pick(of(Class.Drivers)), random.pick([...of(Class.Riders), Outsider.guest])];
      return {
        key: `past-${span + 1}-${i + 1}`,
        kind: "ride",
        customer: OFTEN_RIDE[i % (ROTA - 1)] ?? rider,
        provider: OFTEN_DRIVE[i % ROTA] ?? driver,
        euros: random.between(EUROS[0] * 2, EUROS[1] * 2) / 2,
        tip: random.between(0, 6),
        km: random.between(4, 30),
        words: `${random.pick(TRIPS)}, ${span + 1}/${i + 1}`,
        offeredDaysAgo,
        acceptHours: 24,
        doHours: 72,
        steps: [["accept", accepted], ["done", done], end],
      };
    }),
  );
}
