import { t } from "../../../../books/say.ts";
import { usePage } from "../../shared/config/useConfig.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Wizard } from "./Wizard.tsx";

/** Founders sit together with a printed rulebook and sign once. */
export function FoundingPage() {
  const { factory } = usePage();
  if (factory) return <Wizard factory={factory} />;
  return (
    <PageHead
      title={t`This page founds no co-op`}
      lead={t`Whoever runs it has named no factory in its coop.json. Ask them, or run a page of your own: npm start does so on your own computer.`}
    />
  );
}
