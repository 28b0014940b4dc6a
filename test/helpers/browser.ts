// Opens a headless browser for the tests, with a fresh profile that is deleted when it closes.
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { unpackChromium } from "./chromium-package.ts";

const INSTALLED_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts CHROMIUM_PATH, else an installed Chromium or Chrome, else the Chromium of the npm package. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  try {
    return await chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env } });
  } catch (error) {
    throw new Error(`${executablePath} did not start: set CHROMIUM_PATH to a working Chromium or Chrome.`, {
      cause: error,
    });
  }
}

async function findBrowser(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && !existsSync(chosen)) {
    throw new Error(`CHROMIUM_PATH is ${chosen} and there is no such file: correct it, or unset it.`);
  }
  const installed = chosen ?? INSTALLED_BROWSERS.find((path) => existsSync(path));
  return installed === undefined ? unpackChromium() : { executablePath: installed, env: {} };
}
