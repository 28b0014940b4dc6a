import { type Address, type Hex, zeroHash } from "viem";
import { SealedDocument } from "../documents/SealedDocument.tsx";
import { rich } from "../language/rich.ts";

type Props = { label: string; hash: Hex; author: Address; readers?: readonly Address[]; eager?: boolean };

/** What stands behind a hash on record, for those who may read it. */
export function StatementText({ label, hash, author, readers, eager }: Props) {
  if (hash === zeroHash) return <p className="small text-muted">{rich`${label}: nothing was written.`}</p>;
  return (
    <div className="my-3">
      <p className="small font-semibold">{label}</p>
      <SealedDocument hash={hash} author={author} readers={readers ?? []} eager={eager ?? false} />
    </div>
  );
}
