import { plural } from "../format/words.ts";
import { Chip } from "../ui/Chip.tsx";

/** How many seconders a draft still needs. */
export function SecondedChip({ missing }: { missing: number }) {
  return (
    <Chip tone={missing === 0 ? "good" : "coming"}>
      {missing === 0 ? "Seconded" : `${missing} more ${plural(missing, "seconder")} needed`}
    </Chip>
  );
}
