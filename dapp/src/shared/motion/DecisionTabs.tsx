import { t } from "../../../../books/say.ts";
import { useCoop } from "../chain/useCoop.ts";
import { Tabs } from "../ui/Tabs.tsx";
import { isOpen } from "./polls.ts";

/** The two rooms in which members say what they want: proposals decide, polls ask. */
export function DecisionTabs() {
  const { coop, now } = useCoop();
  const open = [...coop.polls.values()].filter((poll) => isOpen(poll, now)).length;
  return (
    <Tabs
      label={t`Proposals and polls`}
      tabs={[
        { to: "/proposals", label: t`Proposals` },
        { to: "/polls", label: t`Polls`, aside: open > 0 ? t`${open} open` : undefined },
      ]}
    />
  );
}
