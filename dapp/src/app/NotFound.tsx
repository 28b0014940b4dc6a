import { Link } from "@tanstack/react-router";

export default function NotFound() {
  return (
    <div className="py-16">
      <h1 className="text-3xl">There is no such page</h1>
      <p className="mt-3">
        Perhaps the address was cut off.{" "}
        <Link to="/" className="link">
          Go to the first page
        </Link>
        .
      </p>
    </div>
  );
}
