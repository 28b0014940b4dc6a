import { Link } from "@tanstack/react-router";
import { said, t } from "../../../../books/say.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";

export function MissingMotion({ what, number }: { what: "proposal" | "draft"; number: string }) {
  return (
    <>
      <PageHead title={t`There is no ${said(what)} ${number}`} lead={t`Perhaps the address was cut off.`} />
      <Link to="/proposals" className="button button-quiet">{t`All proposals`}</Link>
    </>
  );
}
