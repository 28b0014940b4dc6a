// What proposals can be about, in plain words; contracts/voting/Kinds.sol sorts them by what they would do. What each covers
// is told apart, as the first page does without it: topic-covers.ts.

import type { Topic } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";

export type TopicWords = {
  title: string;
  /** Behind "on" or "about": "speaks for you on the rules". */
  about: string;
};

const TOPICS: Record<Topic, TopicWords> = {
  2: { title: t`Money`, about: t`money` },
  1: { title: t`People`, about: t`people` },
  5: { title: t`Rules`, about: t`the rules` },
  3: { title: t`Commons`, about: t`the commons` },
  4: { title: t`Market`, about: t`the market` },
  0: { title: t`General`, about: t`general matters` },
};

/** Those that come up most often are first. */
export const TOPIC_ORDER: readonly Topic[] = [2, 1, 5, 3, 4, 0];

export const topicWords = (topic: Topic): TopicWords => TOPICS[topic];
