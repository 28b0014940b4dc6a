// Proposals that are over, one for each way in which one can end.
import type { Proposal } from "./proposal.ts";

export const decided: readonly Proposal[] = [
  {
    key: "market-stand",
    title: "Rent a stand at the harbour market",
    text: [
      "Every first Saturday the harbour market draws people who have never heard of us. A stand for the season costs 1,900 euro, table and power included.",
      "Two drivers and two riders have offered to take turns behind the table.",
    ],
    act: { does: "pay", to: "landlord", euros: 1_900, memo: "Stand at the harbour market, one season" },
    by: 3,
    noticeDaysAgo: 75,
    votes: {
      drivers: { for: 9, against: 1 },
      riders: { for: 7, against: 2, abstain: 1 },
      staff: { for: 4 },
      supporters: { for: 3 },
    },
    reasons: [["riders", "for", "This is where our next riders are."]],
    stands: { state: "Expired", reason: "Carried" },
  },
  {
    key: "interest",
    title: "The surplus of our first six weeks, and two per cent interest on our shares",
    text: [
      "Our first period is closed. Of what is left after costs the board proposes to declare 1,000 euro: a fifth to the reserve, a twentieth to the community, then two per cent a year on our shares for the time up to the day on which this is carried out, then a dividend for every point.",
      "Interest is counted by the day and is the same for every share; the charter allows at most five per cent. No point brings more than the fee it came from, and what that leaves goes to the reserve as well.",
    ],
    act: { does: "declare", period: 1, euros: 1_000, rate: 200 },
    by: 6,
    noticeDaysAgo: 72,
    votes: {
      drivers: { for: 10, against: 1 },
      riders: { for: 8, against: 2, abstain: 1 },
      staff: { for: 5 },
      supporters: { for: 4 },
    },
    reasons: [["riders", "against", "I would rather have cheaper rides than ninety cents."]],
    carriedOutDaysAgo: 39,
    stands: { state: "Executed", reason: "Carried" },
  },
  {
    key: "winter-tyres",
    title: "Winter tyres for the four vans",
    text: [
      "The vans that carry wheelchairs stood still on nine days last winter because of their tyres. The garage offers four sets, fitted and stored over summer, for 4,320 euro.",
      "Money comes from the operating fund. The invoice is with the office and open to every member.",
    ],
    act: { does: "pay", to: "garage", euros: 4_320, memo: "Four sets of winter tyres, fitted" },
    by: 4,
    noticeDaysAgo: 60,
    seconders: 6,
    votes: {
      drivers: { for: 14, against: 1, abstain: 1 },
      riders: { for: 11, against: 2 },
      staff: { for: 5 },
      supporters: { for: 4, against: 1 },
    },
    changes: 2,
    reasons: [
      ["drivers", "for", "I drive one of the vans. Please."],
      ["staff", "for", "Nine lost days cost more than the tyres."],
      ["riders", "against", "We should lease them instead."],
    ],
    carriedOutDaysAgo: 27,
    stands: { state: "Executed", reason: "Carried" },
  },
  {
    key: "shorter-notice",
    title: "Shorten the notice of ordinary resolutions to ten days",
    text: [
      "Between notice and the opening of a vote lie fourteen days. Offers from suppliers often run out before we may even begin to vote.",
      "This changes our rules: ordinary resolutions would open ten days after notice. The voting period stays at fourteen days, and nothing else changes.",
    ],
    act: { does: "shorten-notice", days: 10 },
    by: 5,
    noticeDaysAgo: 58,
    votes: {
      drivers: { for: 14, against: 1 },
      riders: { for: 12, against: 1, abstain: 1 },
      staff: { for: 6 },
      supporters: { for: 3, against: 4 },
    },
    reasons: [
      ["drivers", "for", "We lost the cheap offer for the tyres this way."],
      ["supporters", "against", "Supporters meet every second week. Ten days would leave us out."],
    ],
    stands: { state: "Defeated", reason: "ClassAgainst" },
  },
  {
    key: "night-bonus",
    title: "A bonus for the night shifts of this quarter",
    text: [
      "Whoever drives after eleven at night earns less per hour than by day, because the rides are short and far apart. We lose two night drivers a month.",
      "3,600 euro, shared by hours driven between eleven and five, would carry us to the end of the quarter. The fare stays as it is.",
    ],
    act: { does: "pay", to: "payroll", euros: 3_600, memo: "Bonus for night shifts, this quarter" },
    by: 5,
    noticeDaysAgo: 55,
    votes: {
      drivers: { for: 6, against: 1 },
      riders: { for: 1, against: 16 },
      staff: { for: 6 },
      supporters: { for: 2, against: 1 },
    },
    changes: 1,
    reasons: [
      ["staff", "for", "Without night drivers there is no night service."],
      ["riders", "against", "Riders would rather see cheaper day tickets."],
      ["supporters", "against", "Let us look at the rota before we spend money."],
    ],
    carriedOutDaysAgo: 22,
    stands: { state: "Executed", reason: "Carried" },
  },
  {
    key: "door-advertising",
    title: "Print advertising for the doors of ten cars",
    text: [
      "A bakery and a gym would pay to be seen on our doors. Foil for ten cars costs 2,750 euro to print and would be paid back within eight months.",
    ],
    act: { does: "pay", to: "printer", euros: 2_750, memo: "Advertising foil for ten cars" },
    by: 9,
    noticeDaysAgo: 50,
    seconders: 6,
    votes: {
      drivers: { for: 4, against: 9 },
      riders: { for: 6, against: 8, abstain: 2 },
      staff: { for: 3, against: 3 },
      supporters: { for: 2, against: 3 },
    },
    reasons: [
      ["staff", "for", "Easy money."],
      ["riders", "against", "People know us by the plain green doors."],
      ["drivers", "against", "Not on my car."],
    ],
    stands: { state: "Defeated", reason: "MajorityMissed" },
  },
  {
    key: "office-sign",
    title: "A new sign over the office door",
    text: ["The old sign has lost two letters. A painted one costs 680 euro and lasts for twenty years."],
    act: { does: "pay", to: "printer", euros: 680, memo: "Painted sign for the office" },
    by: 3,
    noticeDaysAgo: 45,
    votes: { drivers: { for: 3 }, riders: { for: 2, against: 1 }, staff: { for: 1 }, supporters: { for: 1 } },
    stands: { state: "Defeated", reason: "QuorumMissed" },
  },
  {
    key: "night-base",
    title: "Move the night base to the railway yard",
    text: [
      "The railway yard lies closer to where night rides begin. The landlord asks 5,200 euro for the first half year and lets us in from the first of next month.",
      "The office stays where it is. Only cars that wait between rides at night would stand in the yard.",
    ],
    act: { does: "pay", to: "landlord", euros: 5_200, memo: "Railway yard, rent for half a year" },
    by: 6,
    noticeDaysAgo: 42,
    votes: {
      drivers: { for: 8, against: 3, abstain: 1, block: 3 },
      riders: { for: 6, against: 3, abstain: 1, block: 1 },
      staff: { for: 3, against: 1 },
      supporters: { for: 2, against: 1 },
    },
    reasons: [
      ["riders", "for", "Ten minutes saved on every night ride."],
      ["drivers", "block", "There is no light in the yard and no toilet. Not safe for women who drive at night."],
      ["riders", "block", "Light first, then we move."],
    ],
    stands: { state: "Defeated", reason: "Blocked" },
  },
];

/** Put again after it was held; the words and actions must be the same, so that everybody sees that it is the same. */
export const putAgain = { key: "night-base-again", of: "night-base", noticeDaysAgo: 1.2 } as const;
