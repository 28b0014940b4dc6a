// What each topic covers, in a line.
import type { Topic } from "../../../../books/rules.ts";

export const COVERS: Record<Topic, string> = {
  2: "Payments, shares, reserves, the surplus, and what is paid out to members.",
  1: "Who holds an office, who is admitted, who is expelled.",
  5: "How the members decide, the co-op's parts, and its end.",
  3: "The machines the co-op owns, and the bonds that pay for them.",
  4: "What the market asks: its fee, how points are given, and how disputes end.",
  0: "Advice, matters on record, and proposals about several topics at once.",
};
