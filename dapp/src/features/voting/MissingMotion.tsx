import { Link } from "@tanstack/react-router";
import { PageHead } from "../../shared/ui/PageHead.tsx";

export function MissingMotion({ what, number }: { what: "proposal" | "draft"; number: string }) {
  return (
    <>
      <PageHead title={`There is no ${what} ${number}`} lead="Perhaps the address was cut off." />
      <Link to="/proposals" className="button button-quiet">
        All proposals
      </Link>
    </>
  );
}
