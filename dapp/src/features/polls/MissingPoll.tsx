import { Link } from "@tanstack/react-router";
import { said, t } from "../../../../books/say.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";

export function MissingPoll({ what, number }: { what: "poll" | "poll draft"; number: string }) {
  return (
    <>
      <PageHead title={t`There is no ${said(what)} ${number}`} lead={t`Perhaps the address was cut off.`} />
      <Link to="/polls" className="button button-quiet">{t`All polls`}</Link>
    </>
  );
}
