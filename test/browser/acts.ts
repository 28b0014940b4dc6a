// What a member does on the pages, in the words of the pages.
import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { TEST_WALLET } from "./test-wallet.ts";

export async function connect(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Connect a wallet", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: TEST_WALLET }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Goes to a proposal by its title, through the list. */
export async function openProposal(page: Page, title: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/proposals?state=all`);
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

export async function choose(page: Page, position: "For" | "Against" | "Abstain" | "Block"): Promise<void> {
  await page.getByRole("radio", { name: position }).check({ force: true });
}

/** The button for a vote by a transaction of one's own, brought into view. */
export async function castVote(page: Page, name: string | RegExp = /send my vote myself$/i): Promise<Locator> {
  const button = page.getByRole("button", { name });
  const way = page.getByText("Send it yourself instead");
  await way.waitFor();
  if (!(await button.isVisible())) await way.click();
  return button;
}
/** Signed, and handed to the relay. */
export const signVote = (page: Page) => page.getByRole("button", { name: /cast my vote$/i });
export const changeVote = (page: Page) => page.getByRole("button", { name: /change my vote$/i });

/** Goes to one's own membership. */
export async function openMembership(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/you`);
  await page.getByRole("heading", { level: 2, name: "Who speaks for you" }).waitFor();
}

/** Asks another member of one's class, by number, to speak for oneself. */
export async function nameProxy(page: Page, topic: string, member: number): Promise<void> {
  await page.getByRole("button", { name: `Name a proxy on ${topic}` }).click();
  await page.getByLabel(`Your proxy on ${topic}`).selectOption({ label: `Member ${member}` });
  await page.getByRole("button", { name: `Ask member ${member}` }).click();
  await shows(page, new RegExp(`^Member ${member} was asked on`));
}

/** Writes a question with its options and asks it. */
export async function ask(page: Page, question: string, options: readonly string[], button: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/polls/new`);
  await page.getByRole("textbox", { name: "Question" }).fill(question);
  for (const [i, option] of options.entries()) {
    const field = page.getByLabel(`Option ${i + 1}`, { exact: true });
    if ((await field.count()) === 0) await page.getByRole("button", { name: "Add an option" }).click();
    await field.fill(option);
  }
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("heading", { level: 1, name: question }).waitFor();
}

/** Waits until the page shows `text`. */
export async function shows(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
}

export function expectQuiet(problems: readonly string[]): void {
  expect(problems).to.deep.equal([]);
}
