// Proposals that somebody can still do something about.
import { Class } from "../charter.ts";
import { Outsider } from "../people.ts";
import type { Draft, Proposal } from "./proposal.ts";

export const running: readonly Proposal[] = [
  {
    key: "dispatch-phones",
    title: "Replace the phones of the dispatch desk",
    text: [
      "Three of the five phones at the dispatch desk drop calls. Five new ones with headsets cost 2,140 euro; the old ones go to the repair workshop.",
    ],
    act: { does: "pay", to: "phoneShop", euros: 2_140, memo: "Five desk phones with headsets" },
    by: 3,
    noticeDaysAgo: 36,
    votes: {
      drivers: { for: 10, against: 2 },
      riders: { for: 9, against: 3, abstain: 1 },
      staff: { for: 5 },
      supporters: { for: 3, against: 1 },
    },
    changes: 1,
    reasons: [["staff", "for", "A dropped call is a lost ride."]],
    stands: { state: "Queued", reason: "Carried" },
  },
  {
    key: "auditor-again",
    title: "Keep our auditor for another year",
    text: [
      "The present auditor has read the books of our first quarter and holds no other office here. The board asks the members to appoint the same account for one more year.",
    ],
    act: { does: "appoint-auditor", who: "elif", days: 365 },
    by: 3,
    noticeDaysAgo: 29.4,
    votes: {
      drivers: { for: 11, abstain: 1 },
      riders: { for: 10, against: 1, abstain: 1 },
      staff: { for: 5 },
      supporters: { for: 4 },
    },
    reasons: [["supporters", "for", "Careful work, and readable."]],
    stands: { state: "Queued", reason: "Carried" },
  },
  {
    key: "hospital-rank",
    title: "Ask the city for a rank at the north hospital",
    text: [
      "Riders who come out of the north hospital wait in the rain on the far side of the road. The members ask the board to apply to the city for a rank with a roof beside the entrance.",
      "This is advice to the board. It spends nothing.",
    ],
    act: { does: "minute", matter: "Application to the city for a rank at the north hospital" },
    by: 1,
    noticeDaysAgo: 21,
    seconders: 6,
    votes: {
      drivers: { for: 8, against: 2, abstain: 1 },
      riders: { for: 10, against: 1 },
      staff: { for: 3, abstain: 1 },
      supporters: { for: 5 },
    },
    together: true,
    reasons: [["riders", "for", "My mother stands there twice a week."]],
    stands: { state: "Succeeded", reason: "Carried" },
  },
  {
    key: "training-day",
    title: "A paid day of training for every new driver",
    text: [
      "New drivers learn the wheelchair lift from whoever has time. The training house would take all eleven who joined this year for one day, 1,650 euro together, pay for the day included.",
    ],
    act: { does: "pay", to: "trainer", euros: 1_650, memo: "Training day for eleven drivers" },
    by: 10,
    noticeDaysAgo: 24,
    seconders: 6,
    votes: {
      drivers: { for: 4, against: 1 },
      riders: { for: 3, against: 1 },
      staff: { for: 2 },
      supporters: { for: 1 },
    },
    reasons: [["drivers", "for", "I was lucky to have a patient colleague. That should not be luck."]],
    stands: { state: "Active", reason: "QuorumMissed" },
  },
  {
    key: "charging-post",
    title: "A charging post for the yard behind the office",
    text: [
      "Seven of our cars are electric, and their drivers queue at the supermarket in the evening. One fast post in our own yard, built and connected, costs 6,800 euro.",
      "The electrician's offer holds until the end of next month. At today's prices we would save about 210 euro a month on electricity, so the post pays for itself in less than three years.",
      "Against it speaks that the lease of the yard ends in four years.",
    ],
    act: { does: "pay", to: "electrician", euros: 6_800, memo: "Charging post in the yard, built and connected" },
    by: 5,
    noticeDaysAgo: 20,
    votes: {
      drivers: { for: 5, against: 5, abstain: 1 },
      riders: { for: 5, against: 4 },
      staff: { for: 2, against: 3 },
      supporters: { for: 3, against: 2, abstain: 1 },
    },
    changes: 3,
    reasons: [
      ["drivers", "for", "Forty minutes a night at the supermarket, unpaid."],
      ["riders", "for", "Cleaner air in our own yard."],
      ["staff", "against", "Four years of lease are too short for this."],
      ["drivers", "against", "I drive diesel for now; first the tyres for everybody."],
      ["supporters", "abstain", "I would like to see a second offer."],
    ],
    stands: { state: "Active", reason: "Carried" },
  },
  {
    key: "lift-parts",
    title: "Keep spare parts for the wheelchair lifts",
    text: [
      "When a lift fails, the part takes a week to arrive and a rider stays at home. A shelf with the six parts that break most costs 2,400 euro.",
    ],
    act: { does: "pay", to: "garage", euros: 2_400, memo: "Spare parts for the wheelchair lifts" },
    by: 7,
    noticeDaysAgo: 4,
    seconders: 6,
    petitioners: 7,
    stands: { state: "Pending", reason: "QuorumMissed" },
  },
  {
    key: "late-desk",
    title: "Keep the dispatch desk open until one at night",
    text: [
      "The desk closes at eleven. Whoever needs a ride after that has to have booked it before, and drivers have nobody to call when something goes wrong.",
      "The members ask the office to keep one person at the desk until one, on Fridays and Saturdays first. This is advice: the rota stays the office's own.",
    ],
    act: { does: "minute", matter: "Dispatch desk open until one on Fridays and Saturdays" },
    by: 16,
    noticeDaysAgo: 5,
    seconders: 6,
    votes: {
      drivers: { for: 4, against: 1 },
      riders: { for: 5, against: 1 },
      staff: { for: 1, against: 1 },
      supporters: { for: 2 },
    },
    // 4 speaks for 10 and 14, of whom one votes over it; 7 speaks for 15.
    told: [
      { by: 4, position: "for", daysAgo: 3.5, words: "At one in the morning I want somebody to answer." },
      { by: 7, position: "against", daysAgo: 3, words: "Pay the day desk better first." },
      { by: 14, position: "against", daysAgo: 1.5, words: "On this one we see things differently." },
    ],
    stands: { state: "Active", reason: "Carried" },
  },
  {
    key: "part-with-49",
    title: "Part with member 49",
    text: [
      "On two evenings somebody who is not a member drove under the account of member 49. The board warned the member in writing after the first.",
      "The members decide without the vote of the member concerned, who has been asked for a statement.",
    ],
    act: {
      does: "expel",
      who: 48,
      grounds: "Let another person, without a licence to carry passengers, drive under its account on two evenings.",
    },
    by: 3,
    noticeDaysAgo: 8,
    statement: {
      daysAgo: 6.5,
      words: "I was ill and did not want the riders to wait. It was wrong, and I have handed in both fares.",
    },
    stands: { state: "Pending", reason: "QuorumMissed" },
  },
];

export const drafts: readonly Draft[] = [
  {
    key: "book-ahead",
    title: "Let riders book two days ahead",
    text: [
      "Today a ride can be booked one day ahead. Riders with an appointment on Monday morning have to think of it on Sunday.",
      "The members ask the office to open booking two days ahead, at first for three months.",
    ],
    act: { does: "minute", matter: "Booking two days ahead, for three months" },
    by: 11,
    openedDaysAgo: 6,
    seconders: 5,
  },
  {
    key: "repair-saturday",
    title: "A repair Saturday in the garage",
    text: [
      "Once a month the garage stands empty on Saturday. With 600 euro for tools we could open it to members who want to mend their own bicycles and chairs.",
    ],
    act: { does: "pay", to: "garage", euros: 600, memo: "Tools for the repair Saturday" },
    by: 1,
    openedDaysAgo: 1,
    seconders: 1,
  },
  {
    key: "appeal",
    title: "Admit me as a driver",
    text: [
      "The board refused my application because my licence to carry passengers was not there yet. It has come since, and I have sent the board a copy.",
      "I ask the members to decide. Whoever wants to know more can ask the board or write to me.",
    ],
    act: { does: "admit", who: "refused", class: Class.Drivers },
    by: Outsider.refused,
    openedDaysAgo: 8,
    seconders: 3,
    appeal: true,
  },
];
