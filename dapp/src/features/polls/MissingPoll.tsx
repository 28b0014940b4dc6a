import { Link } from "@tanstack/react-router";
import { PageHead } from "../../shared/ui/PageHead.tsx";

export function MissingPoll({ what, number }: { what: "poll" | "poll draft"; number: string }) {
  return (
    <>
      <PageHead title={`There is no ${what} ${number}`} lead="Perhaps the address was cut off." />
      <Link to="/polls" className="button button-quiet">
        All polls
      </Link>
    </>
  );
}
