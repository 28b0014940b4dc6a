import { useEffect } from "react";
import type { Hex } from "viem";
import { zeroHash } from "viem";
import { useDocument } from "../../shared/documents/useDocument.ts";
import { asText } from "../../shared/format/lookalikes.ts";

/** What everybody may read about a job or a service, in a list. */
export const Words = ({ hash }: { hash: Hex }) => (hash === zeroHash ? null : <Found key={hash} hash={hash} />);

function Found({ hash }: { hash: Hex }) {
  const { find, opening } = useDocument(hash);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once
  useEffect(() => {
    find();
  }, []);
  return opening ? (
    <span dir="auto" className="my-1 line-clamp-6 text-text whitespace-pre-line wrap-anywhere">
      {asText(opening.text)}
    </span>
  ) : null;
}
