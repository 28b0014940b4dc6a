import { useSyncExternalStore } from "react";
import type { Address } from "viem";
import { t } from "../../../../books/say.ts";
import { type ActState, isBusy, wordsOf } from "../../shared/act/state.ts";
import { type Act, useAct, useActTools } from "../../shared/act/useAct.ts";
import { MAY_CHANGE } from "../../shared/act/useBatching.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { centOf, formatCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { ClaimRow } from "./ClaimRow.tsx";
import { actOfAll } from "./take.ts";
import { type Claims, useClaims } from "./useClaims.ts";
import { type What, wordsOfClaim } from "./words.ts";

/** The sums, what they are together, and the one button. */
export function ClaimsSheet({ account }: { account: Address }) {
  const { claims, isError, again } = useClaims(account);
  const isOver = claims !== undefined && claims.steps.length === 0 && claims.taken.length > 0 && !claims.settling;
  return (
    <Sheet title={isOver ? t`What you took` : t`What waits for you`} className="max-w-2xl">
      {claims ? (
        <Lists account={account} claims={claims} />
      ) : isError ? (
        <p>{rich`What waits for you could not be tried out. ${<button type="button" className="link" onClick={again}>{t`Try again`}</button>}`}</p>
      ) : (
        <p className="pulse text-muted">{t`Trying out what is yours`}</p>
      )}
    </Sheet>
  );
}

function Lists({ account, claims }: { account: Address; claims: Claims }) {
  const { coop, settlement } = useCoop();
  const book = useCommons();
  const said = (what: What) => wordsOfClaim(what, coop, book);
  const { steps, amounts, refused, taken, settling, together } = claims;
  const all = useAct(actOfAll(account));
  const states = useStates(steps.map(({ key }) => key));
  const whole = (amount: bigint) => amount - (amount % centOf(settlement));
  const money = (amount: bigint) => formatCents(amount, settlement);
  const gainOf = (id: string) => whole(amounts.of.get(id)?.gain ?? 0n);
  const open = steps.flatMap((step) => step.claims.map((claim) => ({ ...claim, key: step.key })));
  const sum = open.reduce((total, { id }) => total + gainOf(id), 0n);
  const had = taken.reduce((total, { gain }) => total + whole(BigInt(gain)), 0n);
  if (open.length + refused.length + taken.length === 0) {
    return <p className="text-muted">{t`Nothing waits for you at the moment. What comes in later shows here.`}</p>;
  }
  return (
    <div className="space-y-4">
      {taken.length > 0 && (
        <ul aria-label={t`Taken`}>
          {taken.map(({ id, what, page, gain }) => (
            <ClaimRow key={id} words={said(what)} page={page} amount={money(BigInt(gain))} />
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <>
          <ul aria-label={t`To take`}>
            {open.map(({ id, key, what, page }) => (
              <ClaimRow key={id} words={said(what)} page={page} amount={money(gainOf(id))} act={key} />
            ))}
          </ul>
          <p className="flex justify-between gap-4 border-t border-line pt-3 font-semibold">
            <span>{taken.length > 0 ? t`Still to take` : t`Together`}</span>
            <span className="figures">{money(sum)}</span>
          </p>
          <TakeButton account={account} claims={claims} label={t`Take ${money(sum)}`} states={states} />
          <p className="small text-muted">
            {wordsFor(together, steps.length)}{" "}
            {open.some(({ page }) => page === "/surplus" || page === "/shares") &&
              t`Dividends and interest come as money here; to take them in shares, open them first.`}
          </p>
        </>
      )}
      <Outcome act={all} />
      {open.length === 0 && taken.length > 0 && !settling && (
        <Note tone="good">{rich`Done: ${<strong className="figures">{money(had)}</strong>} is in your account.`}</Note>
      )}
      {!amounts.tried && (
        <p className="small text-muted">{t`The amounts are those of the books: your node can not try the payments out.`}</p>
      )}
      {refused.map(({ id, what }) => (
        <p key={id} className="small text-muted">
          {rich`${<strong>{said(what)}</strong>}: not now. ${amounts.of.get(id)?.refused?.what ?? ""}`}
        </p>
      ))}
    </div>
  );
}

function wordsFor(together: Claims["together"], steps: number): string {
  const once = t`Your wallet asks once, for all of it or nothing.`;
  if (together) return together === "ready" ? `${once} ${MAY_CHANGE}` : once;
  if (steps === 1) return t`Your wallet asks once.`;
  return t`Your wallet asks ${steps} times, one after the other. You can stop in between; what is taken stays taken.`;
}

type ButtonProps = { account: Address; claims: Claims; label: string; states: readonly ActState[] };

function TakeButton({ account, claims, label, states }: ButtonProps) {
  const { own, connect } = useWallet();
  const all = useAct(actOfAll(account));
  const busy = [all.state, ...states].find(isBusy);
  const press = async () => {
    // Whoever connects another account sees what is that one's first.
    const speaks = own ?? (await connect());
    if (speaks?.toLowerCase() === account.toLowerCase() && !busy) await claims.take();
  };
  return (
    <button
      type="button"
      className="button button-main"
      aria-disabled={busy !== undefined || claims.running || undefined}
      onClick={press}
    >
      {busy ? wordsOf(busy) : own ? label : t`Connect a wallet`}
    </button>
  );
}

/** Of all together: a refusal, a no, or a long wait. */
function Outcome({ act: { state, lookAgain } }: { act: Act }) {
  if (state.step !== "failed" && state.step !== "declined" && state.step !== "slow") return null;
  return (
    <Note tone={state.step === "failed" && !state.calm ? "bad" : "wait"}>
      {wordsOf(state)}{" "}
      {state.step === "slow" && <button type="button" className="link" onClick={lookAgain}>{t`Look again`}</button>}
    </Note>
  );
}

/** How the acts stand that take what is open. */
function useStates(keys: readonly string[]): ActState[] {
  const { acts } = useActTools();
  useSyncExternalStore(acts.subscribe, () => keys.map((key) => wordsOf(acts.of(key))).join());
  return keys.map((key) => acts.of(key));
}
