// Rides and tasks of the story, one for each way in which one can stand or have ended. Every time is in days before now.
import { Outsider, TREASURER } from "./people.ts";

/** What happens to a job after its offer; who does it follows from the job. */
export type Does =
  | "accept"
  | "done"
  | "confirm"
  | "sign"
  | "release"
  | "cancel"
  | "lapse"
  | "refund"
  | "dispute"
  | "rule"
  | "divide";

export type ToldJob = {
  key: string;
  kind: "ride" | "task";
  /** Accounts. A task for the co-op itself is asked for by the treasurer, out of the first budget. */
  customer: number;
  provider: number;
  forCoop?: true;
  /** Anybody may accept, and the words are for everybody. */
  open?: true;
  /** It is a booking of this service. */
  service?: string;
  euros: number;
  tolls?: number;
  tip?: number;
  km?: number;
  /** Its document. Those of rides that were offered to somebody are sealed for the two of them. */
  words: string;
  offeredDaysAgo: number;
  acceptHours?: number;
  doHours?: number;
  steps: readonly (readonly [does: Does, daysAgo: number])[];
  evidence?: string;
  byProvider?: true;
  ruling?: { award: number; reasons: string };
  /** The issuer of the money had stopped the provider's account when it was to be paid. */
  isStopped?: true;
};

export type ToldService = {
  key: string;
  kind: "ride" | "task";
  provider: number;
  euros: number;
  tolls?: number;
  lastsHours: number;
  words: string;
  postedDaysAgo: number;
  withdrawnDaysAgo?: number;
};

export const ACCEPT_HOURS = 12;
export const DO_HOURS = 36;

/** In the order in which they were posted, so that their numbers count from 1. */
export const services: readonly ToldService[] = [
  {
    key: "airport",
    kind: "ride",
    provider: 0,
    euros: 44,
    tolls: 4.5,
    lastsHours: 72,
    words: "To the airport from anywhere in town, four cases fit. Book the day before and say when your flight leaves.",
    postedDaysAgo: 30,
  },
  {
    key: "bicycle",
    kind: "task",
    provider: 11,
    euros: 25,
    lastsHours: 120,
    words: "I mend bicycles and trailers: brakes, chains, lights. Bring yours to the garage; parts are extra.",
    postedDaysAgo: 26,
  },
  {
    key: "school-run",
    kind: "ride",
    provider: 5,
    euros: 18,
    lastsHours: 24,
    words:
      "School run in the west of town, up to three children with their own seats, every weekday at half past seven.",
    postedDaysAgo: 19,
  },
  {
    key: "night-escort",
    kind: "ride",
    provider: 20,
    euros: 16,
    lastsHours: 12,
    words: "Home from the late shift, also on foot to the door.",
    postedDaysAgo: 17,
    withdrawnDaysAgo: 7,
  },
];

export const jobs: readonly ToldJob[] = [
  {
    key: "offered-to-all",
    kind: "ride",
    customer: 1,
    provider: 0,
    open: true,
    euros: 14.5,
    tip: 1.5,
    words: "From the harbour to the north hospital, tomorrow before nine. One person with a walking frame.",
    offeredDaysAgo: 0.2,
    acceptHours: 48,
    doHours: 72,
    steps: [],
  },
  {
    key: "offered-with-toll",
    kind: "ride",
    customer: 9,
    provider: 0,
    open: true,
    euros: 27,
    tolls: 6.2,
    words: "From the railway yard over the bridge to the island, and back after two hours.",
    offeredDaysAgo: 0.1,
    acceptHours: 30,
    doHours: 60,
    steps: [],
  },
  {
    key: "offered-to-ana",
    kind: "ride",
    customer: 15,
    provider: 0,
    euros: 31,
    words: "From Mill Lane 4, second bell, to the clinic in the south. Please bring the ramp.",
    offeredDaysAgo: 0.3,
    acceptHours: 30,
    doHours: 54,
    steps: [],
  },
  {
    key: "accepted",
    kind: "ride",
    customer: 1,
    provider: 0,
    euros: 19,
    tip: 2,
    words: "From Rope Walk 11 to the theatre, at six in the evening.",
    offeredDaysAgo: 0.7,
    doHours: 48,
    steps: [["accept", 0.6]],
  },
  {
    key: "task-accepted",
    kind: "task",
    customer: 8,
    provider: 10,
    open: true,
    euros: 40,
    words: "Carry a sofa from the second floor to a van. Two people are there to help.",
    offeredDaysAgo: 1.4,
    doHours: 96,
    steps: [["accept", 1.2]],
  },
  {
    key: "done",
    kind: "ride",
    customer: 1,
    provider: 0,
    euros: 23.5,
    tolls: 2.2,
    km: 11.4,
    words: "From Rope Walk 11 to the swimming baths by the ring road, with a folding wheelchair.",
    offeredDaysAgo: 1.3,
    steps: [
      ["accept", 1.2],
      ["done", 0.8],
    ],
  },
  {
    key: "done-for-chidi",
    kind: "ride",
    customer: TREASURER,
    provider: 12,
    euros: 12,
    km: 4.1,
    words: "From the office to the bank and back.",
    offeredDaysAgo: 1.9,
    steps: [
      ["accept", 1.8],
      ["done", 1.5],
    ],
  },
  {
    key: "window-over",
    kind: "ride",
    customer: 30,
    provider: 27,
    euros: 17,
    km: 7.3,
    words: "From the ferry to Tannery Court 2.",
    offeredDaysAgo: 4.2,
    steps: [
      ["accept", 4.1],
      ["done", 3.6],
    ],
  },
  {
    key: "disputed",
    kind: "ride",
    customer: 32,
    provider: 0,
    euros: 36,
    tip: 3,
    km: 18.2,
    words: "From Linden Square 7 to the dentist in the old town, to be there at ten.",
    offeredDaysAgo: 6.2,
    steps: [
      ["accept", 6.1],
      ["done", 5.5],
      ["dispute", 4.8],
    ],
    evidence: "We came forty minutes late and the dentist had closed. I asked twice to take the short way.",
  },
  {
    key: "disputed-by-driver",
    kind: "ride",
    customer: 34,
    provider: 11,
    euros: 15,
    km: 5.6,
    words: "From Ferry Stairs 3 to the town hall.",
    offeredDaysAgo: 3.4,
    steps: [
      ["accept", 3.3],
      ["done", 2.9],
      ["dispute", 2.2],
    ],
    evidence: "I waited half an hour at the door, and now the ride is said not to have happened.",
    byProvider: true,
  },
  {
    key: "dispute-out-of-time",
    kind: "ride",
    customer: 50,
    provider: 28,
    euros: 28,
    km: 12,
    words: "From the east gate to the garden centre, with plants on the way back.",
    offeredDaysAgo: 17,
    steps: [
      ["accept", 16.9],
      ["done", 16.4],
      ["dispute", 15.6],
    ],
    evidence: "Two of the pots were broken when we came home.",
  },
  {
    key: "ruled",
    kind: "ride",
    customer: 7,
    provider: 18,
    euros: 42,
    tolls: 4,
    tip: 2,
    km: 24,
    words: "From Station Street 9 to the airport, two cases.",
    offeredDaysAgo: 22,
    steps: [
      ["accept", 21.9],
      ["done", 21.2],
      ["dispute", 20.4],
      ["rule", 17.6],
    ],
    evidence: "The driver went by the toll road though we had agreed on the other one.",
    ruling: {
      award: 7_000,
      reasons: "The ride was made and nobody missed a flight. Seventy per cent: the toll road was not agreed on.",
    },
  },
  {
    key: "undecided",
    kind: "ride",
    customer: 6,
    provider: 19,
    euros: 26,
    km: 9.5,
    words: "From Old Mill 1 to the lake.",
    offeredDaysAgo: 32.5,
    steps: [
      ["accept", 32.4],
      ["done", 31.9],
      ["dispute", 31.1],
      ["divide", 16.8],
    ],
    evidence: "We were put down at the wrong shore.",
  },
  {
    key: "withdrawn",
    kind: "ride",
    customer: 1,
    provider: 0,
    open: true,
    euros: 11,
    words: "From the market to the library.",
    offeredDaysAgo: 6.4,
    steps: [["cancel", 6.3]],
  },
  {
    key: "lapsed",
    kind: "ride",
    customer: 34,
    provider: 0,
    open: true,
    euros: 9,
    words: "From the school to the sports field, at noon.",
    offeredDaysAgo: 9,
    acceptHours: 4,
    steps: [["lapse", 8.2]],
  },
  {
    key: "given-up",
    kind: "ride",
    customer: 31,
    provider: 35,
    euros: 21,
    words: "From Bakers Row 5 to the station, early.",
    offeredDaysAgo: 11,
    steps: [
      ["accept", 10.9],
      ["cancel", 10.6],
    ],
  },
  {
    key: "overdue",
    kind: "ride",
    customer: 39,
    provider: 36,
    euros: 24,
    words: "From Quay Street 12 to the north hospital.",
    offeredDaysAgo: 14,
    doHours: 12,
    steps: [
      ["accept", 13.9],
      ["refund", 12],
    ],
  },
  {
    key: "to-be-refunded",
    kind: "ride",
    customer: 1,
    provider: 29,
    euros: 13,
    words: "From Rope Walk 11 to the chess club.",
    offeredDaysAgo: 4,
    doHours: 12,
    steps: [["accept", 3.9]],
  },
  {
    key: "payment-held",
    kind: "ride",
    customer: 43,
    provider: 0,
    euros: 33,
    tip: 4,
    km: 16.8,
    words: "From Castle Hill 20 to the trade fair.",
    offeredDaysAgo: 8.3,
    steps: [
      ["accept", 8.2],
      ["done", 7.7],
      ["confirm", 7.4],
    ],
    isStopped: true,
  },
  {
    key: "guest-rides",
    kind: "ride",
    customer: Outsider.guest,
    provider: 0,
    euros: 20,
    tip: 1,
    km: 8.8,
    words: "From the youth hostel to the ferry.",
    offeredDaysAgo: 10,
    steps: [
      ["accept", 9.9],
      ["done", 9.5],
      ["confirm", 9.4],
    ],
  },
  {
    key: "guest-drives",
    kind: "ride",
    customer: 7,
    provider: Outsider.helper,
    euros: 16,
    km: 6.1,
    words: "From Station Street 9 to choir practice.",
    offeredDaysAgo: 13,
    steps: [
      ["accept", 12.9],
      ["done", 12.5],
      ["confirm", 12.4],
    ],
  },
  {
    key: "booked",
    kind: "ride",
    customer: 1,
    provider: 0,
    service: "airport",
    euros: 44,
    tolls: 4.5,
    tip: 0,
    words: "Two cases and a bicycle in a box. The flight leaves at ten past eleven, from Rope Walk 11.",
    offeredDaysAgo: 0.9,
    steps: [],
  },
  {
    key: "booked-before",
    kind: "task",
    customer: 41,
    provider: 11,
    service: "bicycle",
    euros: 25,
    tip: 2,
    words: "A cargo bike that brakes only in front.",
    offeredDaysAgo: 12,
    steps: [
      ["done", 10.5],
      ["confirm", 10.2],
    ],
  },
  {
    key: "van-clean",
    kind: "task",
    customer: TREASURER,
    provider: 21,
    forCoop: true,
    euros: 120,
    words: "Clean the wheelchair van inside and out, and oil the ramp.",
    offeredDaysAgo: 11.5,
    doHours: 96,
    steps: [
      ["accept", 11.2],
      ["done", 9.8],
      ["confirm", 9.2],
    ],
  },
  {
    key: "yard-lines",
    kind: "task",
    customer: TREASURER,
    provider: 0,
    forCoop: true,
    open: true,
    euros: 60,
    words: "Paint the lines of the yard behind the office again. Paint and brushes are there.",
    offeredDaysAgo: 1.1,
    acceptHours: 96,
    doHours: 240,
    steps: [],
  },
];
