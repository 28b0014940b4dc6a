import { usePage } from "../config/useConfig.ts";

/** A whole address, breakable, and a link where there is an explorer. */
export function Address({ value }: { value: string }) {
  const { explorer } = usePage();
  const text = <code className="small figures break-all">{value}</code>;
  if (!explorer) return text;
  return (
    <a className="link" href={`${explorer}/address/${value}`} rel="noreferrer" target="_blank">
      {text}
    </a>
  );
}
