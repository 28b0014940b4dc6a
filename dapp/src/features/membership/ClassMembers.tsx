import type { CoopClass, Member } from "../../../../books/coop.ts";
import { CLASS_KIND_NAMES } from "../../../../books/rules.ts";
import { said, t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { shortAddress } from "../../shared/format/address.ts";
import { formatDay } from "../../shared/format/time.ts";
import { plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { officeName } from "../../shared/motion/offices.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { LookalikeNote } from "../../shared/ui/LookalikeNote.tsx";
import { More, usePieces } from "../../shared/ui/More.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { Marks } from "./Marks.tsx";

const FIRST = 8;

type Props = { memberClass: CoopClass; among?: ReadonlySet<Member> };

/** The active members of one class, or those among some. */
export function ClassMembers({ memberClass, among }: Props) {
  const { coop, now } = useCoop();
  const members = [...(among ?? coop.members.values())].filter(
    (m) => m.status === "active" && m.class === memberClass.index,
  );
  const weight = coop.rules.get(coop.rulesVersion)?.voting.weights[memberClass.index] ?? 0;
  const { shown, ...more } = usePieces(members, FIRST);
  const officesOf = (account: string) =>
    coop.offices.filter((o) => o.account.toLowerCase() === account.toLowerCase() && now < o.until);
  return (
    <Sheet
      title={memberClass.name}
      aside={
        <span className="small figures text-muted">{rich`${members.length} ${plural(members.length, t`member`, t`members`)}, ${said(CLASS_KIND_NAMES[memberClass.kind] ?? "")} class, weight ${weight / 100} %`}</span>
      }
    >
      <LookalikeNote text={memberClass.name} />
      {members.length === 0 && <Empty>{t`This class has no members at the moment.`}</Empty>}
      {members.length > 0 && (
        <table className="w-full table-fixed border-collapse">
          <caption className="sr-only">{memberClass.name}</caption>
          <thead>
            <tr className="small border-b border-line text-left text-muted">
              <th scope="col" className="py-2 font-semibold sm:pr-4">{t`Member`}</th>
              <th scope="col" className="w-22 py-2 font-semibold sm:w-auto sm:pr-4">{t`Since`}</th>
              <th scope="col" className="w-32 py-2 text-right font-semibold sm:w-1/6 sm:pr-10">{t`Shares`}</th>
              <th scope="col" className="hidden py-2 font-semibold sm:table-cell">{t`Account`}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((member) => (
              <tr key={member.id} className="border-b border-line last:border-b-0">
                <th scope="row" className="py-2 text-left align-top font-normal sm:pr-4">
                  <span className="figures font-semibold">{rich`No. ${member.id}`}</span>{" "}
                  {/* On a phone below the number and as wide as they are: what stands beside it is one line high. */}
                  <span className="block w-max max-w-60 sm:inline">
                    {officesOf(member.account).map(({ role }) => (
                      <Chip key={role} tone="coming">
                        {officeName(role)}
                      </Chip>
                    ))}
                    <Marks memberId={member.id} />
                  </span>
                </th>
                <td className="py-2 align-top whitespace-nowrap sm:pr-4">{formatDay(member.admittedAt)}</td>
                <td className="figures py-2 text-right align-top sm:pr-10">{member.units.toLocaleString("en-GB")}</td>
                <td className="hidden py-2 align-top sm:table-cell" title={member.account}>
                  <code className="small text-muted">{shortAddress(member.account)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More {...more} all={t`Show all ${members.length} ${memberClass.name.toLowerCase()}`} />
    </Sheet>
  );
}
