import { t } from "../../../../books/say.ts";
import { NOTHING_READ } from "../chain/later-book.ts";
import { useChainState, useCoop } from "../chain/useCoop.ts";
import { rich } from "../language/rich.ts";
import { compare, setsRules } from "../parameters/compare.ts";
import { type Group, groupsOf } from "../parameters/list.ts";
import { settingsOf } from "../parameters/settings.ts";
import type { PlainAction } from "./actions.ts";

type Props = {
  actions: readonly PlainAction[];
  /** When it was carried out: compared with what held before. */
  carriedOutAt?: number | undefined;
};

/** For actions that set rules: what is, and what would be, of every figure that changes. */
export function Comparisons({ actions, carriedOutAt }: Props) {
  const { coop, settlement } = useCoop();
  const { reading } = useChainState();
  const calls = actions.flatMap(({ call }) => (call && setsRules(call) ? [call] : []));
  if (calls.length === 0) return null;
  const heldBy = (group: Group) =>
    settingsOf(reading ?? NOTHING_READ, group).findLast(({ at }) => carriedOutAt === undefined || at < carriedOutAt)
      ?.values;
  const found = calls.flatMap((call) => compare(call, groupsOf(coop.classes), heldBy, settlement));
  if (found.length === 0) return <p className="mt-4 text-muted">{t`Every figure stays as it is.`}</p>;
  return found.map(({ title, rows }) => (
    <table key={title} className="mt-4 w-full border-collapse">
      <caption className="pb-1 text-left font-semibold">{title}</caption>
      <thead>
        <tr className="small border-b border-line text-left text-muted">
          <th scope="col" className="py-1.5 pr-4 font-semibold">{t`What`}</th>
          <th scope="col" className="py-1.5 pr-4 font-semibold">
            {carriedOutAt === undefined ? t`Now` : t`Before`}
          </th>
          <th scope="col" className="py-1.5 font-semibold">
            {carriedOutAt === undefined ? t`Then` : t`Since`}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ rule, name, before, after }) => (
          <tr key={name} className="border-b border-line align-top last:border-b-0">
            <th scope="row" className="py-2 pr-4 text-left font-normal wrap-anywhere">
              {rich`${name} ${<span className="small figures whitespace-nowrap text-muted">{rule}</span>}`}
            </th>
            <td className="figures py-2 pr-4 whitespace-nowrap text-muted">{before}</td>
            <td className="figures py-2 font-semibold whitespace-nowrap">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
}
