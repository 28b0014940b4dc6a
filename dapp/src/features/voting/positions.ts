import { ABSTAIN, AGAINST, BLOCK, FOR, type Position } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";

/** In the order in which people are offered them, with a line of what each means. */
export const POSITIONS: readonly { position: Position; name: string; meaning: string; fill: string; dot: string }[] = [
  { position: FOR, name: t`For`, meaning: t`I want this.`, fill: "bg-vote-for", dot: "good" },
  { position: AGAINST, name: t`Against`, meaning: t`I do not want this.`, fill: "bg-vote-against", dot: "bad" },
  {
    position: ABSTAIN,
    name: t`Abstain`,
    meaning: t`I take part, and leave the decision to others.`,
    fill: "bg-vote-abstain",
    dot: "quiet",
  },
  {
    position: BLOCK,
    name: t`Block`,
    meaning: t`This goes against what we are. Enough blocks hold an ordinary proposal; otherwise it counts against.`,
    fill: "bg-vote-block",
    dot: "bad",
  },
];

export const positionName = (position: Position): string =>
  POSITIONS.find((one) => one.position === position)?.name ?? "";
