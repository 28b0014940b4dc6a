// What proposals can be about, in plain words; contracts/voting/Kinds.sol sorts them by what they would do.
import type { Topic } from "../../../../books/rules.ts";

export type TopicWords = {
  title: string;
  /** Behind "on" or "about": "speaks for you on the rules". */
  about: string;
  covers: string;
};

const TOPICS: Record<Topic, TopicWords> = {
  2: { title: "Money", about: "money", covers: "Payments, shares, reserves, and what is paid out to members." },
  1: { title: "People", about: "people", covers: "Who holds an office, who is admitted, who is expelled." },
  5: { title: "Rules", about: "the rules", covers: "How the members decide, the co-op's parts, and its end." },
  3: {
    title: "Commons",
    about: "the commons",
    covers: "The machines the co-op owns, and the bonds that pay for them.",
  },
  4: { title: "Market", about: "the market", covers: "Jobs, prices, and what members get back for their custom." },
  0: {
    title: "General",
    about: "general matters",
    covers: "Advice, matters on record, and proposals about several topics at once.",
  },
};

/** Those that come up most often are first. */
export const TOPIC_ORDER: readonly Topic[] = [2, 1, 5, 3, 4, 0];

export const topicWords = (topic: Topic): TopicWords => TOPICS[topic];
