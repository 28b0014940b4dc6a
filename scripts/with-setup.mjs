// Runs one TypeScript script of this repository on the Node version the repository pins, installing the
// packages first when they are missing or out of date. Plain JavaScript and built-in modules only, because
// it is the one file that runs before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, existsSync, constants as fileModes, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MINIMUM_NODE_MAJOR = 20;
const FORWARDED_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const FORWARD_DELAY_MS = 200;
const KILL_AFTER_MS = 20_000;
const PARENT_POLL_MS = 1_000;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const marker = join(modules, ".rochdale-lock-hash");
const pinnedNode = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");

/** What npm logs for a request that cannot succeed soon; it would go on trying for minutes. */
const GIVE_UP =
  /ENOSPC|(?:attempt \d+ failed with (?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH)[\s\S]*){3}/;

const NOT_WRITABLE =
  "The packages could not be installed because a folder cannot be written: make the repository folder and npm's cache folder writable for your user and run the same command again.";

const INSTALL_FAILURES = [
  {
    pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/,
    sentence:
      "The packages could not be downloaded because the npm registry cannot be reached: connect to the network, or check the proxy and registry settings of npm, and run the same command again.",
  },
  {
    pattern: /ENOSPC/,
    sentence:
      "The packages could not be installed because the disk is full: free about 1.5 GB and run the same command again.",
  },
  {
    pattern: /EACCES|EPERM|EROFS/,
    sentence: NOT_WRITABLE,
  },
  {
    pattern: /can only install packages when your package\.json and package-lock\.json/,
    sentence:
      "package.json and package-lock.json do not agree: run `npm install` once, commit package-lock.json, and run the same command again.",
  },
];

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function lockHash() {
  try {
    return createHash("sha256")
      .update(readFileSync(join(root, "package-lock.json")))
      .digest("hex");
  } catch {
    return fail(
      "package-lock.json is missing: restore it with `git checkout package-lock.json` and run the same command again.",
    );
  }
}

function markInstalled() {
  try {
    writeFileSync(marker, `${lockHash()}\n`);
  } catch {
    // A read-only installation is usable; the next run only compares the lock files again.
  }
}

/** True when npm's own record of what it installed names every package of the lock file. */
function recordMatchesLock() {
  const wanted = readJson(join(root, "package-lock.json"))?.packages;
  const installed = readJson(join(modules, ".package-lock.json"))?.packages;
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    return installed[path] ? installed[path].version === entry.version : entry.optional === true;
  });
}

function isInstalled() {
  if (!existsSync(pinnedNode)) return false;
  if (existsSync(marker) && readFileSync(marker, "utf8").trim() === lockHash()) return true;
  if (!recordMatchesLock()) return false;
  markInstalled();
  return true;
}

function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script)) return { command: process.execPath, prefix: [script], shell: false };
  return { command: "npm", prefix: [], shell: process.platform === "win32" };
}

/** Runs `npm ci` and returns its exit code and everything it wrote. */
function runNpmCi() {
  const { command, prefix, shell } = npmCommand();
  const flags = ["ci", "--loglevel=http", "--no-audit", "--no-fund"];
  const retries = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
  return new Promise((resolve) => {
    const child = spawn(command, [...prefix, ...flags, ...retries], {
      cwd: root,
      shell,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const signal of FORWARDED_SIGNALS) {
      process.once(signal, () => {
        child.kill("SIGTERM");
        process.exit(128 + constants.signals[signal]);
      });
    }
    let output = "";
    const collect = (chunk) => {
      output += chunk;
      if (GIVE_UP.test(output)) child.kill("SIGTERM");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

function requireWritable() {
  try {
    accessSync(root, fileModes.W_OK);
  } catch {
    fail(NOT_WRITABLE);
  }
}

async function install() {
  requireWritable();
  const reason = existsSync(modules)
    ? "The installed packages do not match package-lock.json"
    : "Nothing is installed yet";
  console.error(`${reason}: running npm ci, which takes about a minute.`);
  const started = Date.now();
  const { code, output } = await runNpmCi();
  if (code !== 0) {
    const known = INSTALL_FAILURES.find(({ pattern }) => pattern.test(output));
    if (known) fail(known.sentence);
    console.error(output.trim().split("\n").slice(-20).join("\n"));
    fail(
      "The packages could not be installed: npm ci failed for the reason shown above; remove node_modules and run the same command again.",
    );
  }
  if (!existsSync(pinnedNode)) {
    fail(
      "The package `node` came without its binary because npm was told to skip install scripts: run `npm ci --ignore-scripts=false` and then the same command again.",
    );
  }
  markInstalled();
  console.error(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/**
 * Starts the script in this process group and passes signals on. A terminal sends Ctrl-C to the whole group, so
 * there the child has it already; the short delay lets a child that is ending by itself end without a second signal.
 */
function run(script, args) {
  const bin = join(modules, ".bin");
  const child = spawn(pinnedNode, ["--disable-warning=ExperimentalWarning", script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: [bin, process.env.PATH].join(delimiter), ROCHDALE_SUPERVISED: "1" },
  });
  let stopping = false;
  const stop = (signal) => {
    if (stopping) return;
    stopping = true;
    const sentByTerminal = signal === "SIGINT" && process.stdin.isTTY;
    if (!sentByTerminal) setTimeout(() => child.kill(signal), FORWARD_DELAY_MS).unref();
    setTimeout(() => child.kill("SIGKILL"), KILL_AFTER_MS).unref();
  };
  for (const signal of FORWARDED_SIGNALS) process.on(signal, () => stop(signal));

  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && stop("SIGTERM"), PARENT_POLL_MS).unref();
  }
  child.on("error", (error) => fail(`${script} could not be started: ${error.message}.`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

const [script, ...args] = process.argv.slice(2);
if (Number.parseInt(process.versions.node, 10) < MINIMUM_NODE_MAJOR) {
  fail(
    `Node ${MINIMUM_NODE_MAJOR} or newer is needed and this is Node ${process.versions.node}: install a newer Node and run the same command again.`,
  );
}
if (!script) fail("Usage: node scripts/with-setup.mjs SCRIPT.ts [ARGUMENTS]");
if (!existsSync(join(root, script)) && !script.startsWith("node_modules/")) {
  fail(`${script} does not exist: see the \`scripts\` part of package.json for what can be run.`);
}
if (!isInstalled()) await install();
run(script, args);
