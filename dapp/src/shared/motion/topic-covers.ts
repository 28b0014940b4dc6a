// What each topic covers, in a line.

import type { Topic } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";

export const COVERS: Record<Topic, string> = {
  2: t`Payments, shares, reserves, the surplus, and what is paid out to members.`,
  1: t`Who holds an office, who is admitted, who is expelled.`,
  5: t`How the members decide, the co-op's parts, and its end.`,
  3: t`The machines the co-op owns, and the bonds that pay for them.`,
  4: t`What the market asks: its fee, how points are given, and how disputes end.`,
  0: t`Advice, matters on record, and proposals about several topics at once.`,
};
