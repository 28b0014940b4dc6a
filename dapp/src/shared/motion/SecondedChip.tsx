import { t } from "../../../../books/say.ts";
import { plural } from "../format/words.ts";
import { Chip } from "../ui/Chip.tsx";

/** How many seconders a draft still needs. */
export function SecondedChip({ missing }: { missing: number }) {
  return (
    <Chip tone={missing === 0 ? "good" : "coming"}>
      {missing === 0 ? t`Seconded` : t`${missing} more ${plural(missing, t`seconder`, t`seconders`)} needed`}
    </Chip>
  );
}
