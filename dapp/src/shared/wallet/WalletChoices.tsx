import type { Connector } from "wagmi";
import { said, t } from "../../../../books/say.ts";
import { rich } from "../language/rich.ts";
import { getPeople } from "./people.ts";

type Props = {
  connectors: readonly Connector[];
  /** The name of the wallet that is being asked. */
  waiting?: string;
  onChoose: (connector: Connector, person?: string) => void;
};

const CHOICE =
  "flex w-full items-center gap-3 rounded-xl border border-line bg-page px-4 py-3 text-left hover:border-act hover:bg-act-soft";

/** The wallets that this browser has, and the people of a chain of one's own. */
export function WalletChoices({ connectors, waiting, onChoose }: Props) {
  const people = getPeople();
  const wallets = connectors.filter(({ id }) => id !== people?.walletId);
  const peopleWallet = connectors.find(({ id }) => id === people?.walletId);
  return (
    <div className="space-y-5">
      {wallets.length > 0 && (
        <ul className="space-y-2">
          {wallets.map((connector) => (
            <li key={connector.uid}>
              <button type="button" className={CHOICE} onClick={() => onChoose(connector)}>
                {connector.icon && <img src={connector.icon} alt="" className="size-7 rounded-md" />}
                <span className="font-semibold">{connector.name}</span>
                {waiting === connector.name && (
                  <span className="small ml-auto text-muted">{t`Waiting for your wallet`}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      {people && peopleWallet && people.list.length > 0 && (
        <section aria-labelledby="people-heading">
          <h3 id="people-heading" className="mb-2 text-base">{rich`${said(peopleWallet.name)}: speak as`}</h3>
          <ul className="space-y-2">
            {people.list.map(({ key, label, does }) => (
              <li key={key}>
                <button type="button" className={CHOICE} onClick={() => onChoose(peopleWallet, key)}>
                  <span>
                    <span className="block font-semibold">{said(label)}</span>
                    <span className="small block text-muted">{said(does)}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {connectors.length === 0 && (
        <p>{t`This browser has no wallet. You can read everything without one. To vote, install the wallet that the co-op's staff recommend, then come back to this page.`}</p>
      )}
    </div>
  );
}
