import { Link } from "@tanstack/react-router";
import { t } from "../../../books/say.ts";
import { rich } from "../shared/language/rich.ts";

export default function NotFound() {
  return (
    <div className="py-16">
      <h1 className="text-3xl">{t`There is no such page`}</h1>
      <p className="mt-3">{rich`Perhaps the address was cut off. ${<Link to="/" className="link">{t`Go to the first page`}</Link>}.`}</p>
    </div>
  );
}
