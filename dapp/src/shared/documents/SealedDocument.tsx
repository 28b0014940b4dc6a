import { type ReactNode, useEffect, useState } from "react";
import type { Address, Hex } from "viem";
import { t } from "../../../../books/say.ts";
import { type Envelope, readersOf } from "../../../../documents/envelope/envelope.ts";
import { useCoop } from "../chain/useCoop.ts";
import { sameAddress, shortAddress } from "../format/address.ts";
import { asText } from "../format/lookalikes.ts";
import { inWords, plural } from "../format/words.ts";
import { rich } from "../language/rich.ts";
import { MemberName } from "../ui/MemberName.tsx";
import { Scroller } from "../ui/Scroller.tsx";
import { useWallet } from "../wallet/useWallet.ts";
import { DELETE_WORDS } from "./deleteDocument.ts";
import { UNLOCK_WORDS } from "./unlock.ts";
import { type DocumentView, useDocument } from "./useDocument.ts";

type SealedDocumentProps = {
  hash: Hex;
  /** Who put the hash on record. */
  author?: Address;
  /** For whom it is meant, as far as the page knows: they can be asked too. */
  readers?: readonly Address[];
  /** Asks the service at once, not when the reader wants to. */
  eager?: boolean;
};

/** The words behind a hash on record, for those who may read them; for the others, whom to ask. */
export function SealedDocument(props: SealedDocumentProps) {
  const { address } = useWallet();
  // What one account opened is not shown to the next.
  return <DocumentOf key={address ?? "nobody"} {...props} />;
}

function DocumentOf({ hash, author, readers = [], eager = false }: SealedDocumentProps) {
  const view = useDocument(hash);
  const { envelope, opening, absent, trouble, busy } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once
  useEffect(() => {
    if (eager) view.find();
  }, []);
  return (
    <div className="space-y-2">
      <p className="small text-muted">{rich`Fingerprint ${<code title={hash}>{shortAddress(hash)}</code>}${envelope?.kind === "public" && t`, shown to everybody`}${
        envelope?.kind === "sealed" &&
        t`, sealed for ${inWords(readersOf(envelope).length)} ${plural(readersOf(envelope).length, t`account`, t`accounts`)}`
      }`}</p>
      {opening && <Written text={asText(opening.text)} />}
      {absent && <WhomToAsk why={absent} hash={hash} author={author} readers={readers} />}
      {!envelope && !absent && <Act label={t`Read it`} busy={busy} onPress={view.find} />}
      {envelope && !opening && <Locked view={view} envelope={envelope} />}
      {envelope && (
        <div>
          <Erase view={view} envelope={envelope} />
        </div>
      )}
      <p role="status" className="small text-bad empty:hidden">
        {trouble}
      </p>
    </div>
  );
}

/** So long a text is moved in a frame of its own, and what follows it stays in reach. */
const LONG = 1_500;
const MANY_LINES = 24;

function Written({ text }: { text: string }) {
  const words = (
    <p dir="auto" className="border-s-2 border-line ps-4 whitespace-pre-wrap wrap-anywhere">
      {text}
    </p>
  );
  if (text.length <= LONG && text.split("\n").length <= MANY_LINES) return words;
  return (
    <Scroller label={t`What was written`} className="max-h-96">
      {words}
    </Scroller>
  );
}

/** What it takes to read a sealed document. */
function Locked({ view, envelope }: { view: DocumentView; envelope: Envelope }) {
  const { address, connect } = useWallet();
  if (!address) {
    return (
      <>
        <p>{t`It is sealed. If it is sealed for you, connect your wallet to read it.`}</p>
        <Act label={t`Connect a wallet`} busy={false} onPress={() => connect()} />
      </>
    );
  }
  if (!mayRead(envelope, address)) {
    return <p>{t`It is not sealed for your account. Ask the person who wrote it, or one of its readers.`}</p>;
  }
  return (
    <>
      <p>{rich`It is sealed for you. ${UNLOCK_WORDS}`}</p>
      <Act label={t`Sign and read it`} busy={view.busy} onPress={view.unseal} />
    </>
  );
}

/** For its author and readers, in two steps: the first says what it means. */
function Erase({ view, envelope }: { view: DocumentView; envelope: Envelope }) {
  const { address } = useWallet();
  const [sure, setSure] = useState(false);
  if (!address || !(sameAddress(envelope.author, address) || mayRead(envelope, address))) return null;
  if (!sure) return <Act label={t`Delete`} busy={false} onPress={() => setSure(true)} />;
  return (
    <>
      <p>{DELETE_WORDS}</p>
      <div className="flex flex-wrap gap-3">
        <Act label={t`Delete it for everybody`} busy={view.busy} onPress={view.erase} />
        <Act label={t`Keep it`} busy={false} onPress={() => setSure(false)} />
      </div>
    </>
  );
}

type WhomProps = { why: string; hash: Hex; author?: Address; readers: readonly Address[] };

function WhomToAsk({ why, hash, author, readers }: WhomProps) {
  const { coop } = useCoop();
  const others: ReactNode[] = readers.map((reader) => (
    <span key={reader}>{rich`, or ${<MemberName account={reader} coop={coop} within />}`}</span>
  ));
  return (
    <p>{rich`${why} This page has only its fingerprint ${shortAddress(hash)}: ask ${author ? <MemberName account={author} coop={coop} within /> : t`the person`}${author ? t`, who wrote it` : t` who wrote it`}${others}.`}</p>
  );
}

function Act({ label, busy, onPress }: { label: string; busy: boolean; onPress: () => void }) {
  return (
    <button type="button" className="button button-quiet small" aria-disabled={busy || undefined} onClick={onPress}>
      {busy ? t`One moment` : label}
    </button>
  );
}

const mayRead = (envelope: Envelope, account: Address): boolean =>
  readersOf(envelope).some((reader) => sameAddress(reader, account));
