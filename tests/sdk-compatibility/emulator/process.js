// The emulator as its users run it: the built program in a process of its own, on a free port.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const builds = ["Release", "Debug"].map((configuration) =>
  fileURLToPath(new URL(`../../../src/EdgeZone.Emulator/bin/${configuration}/net10.0/EdgeZone.Emulator.dll`, import.meta.url)));

/** What to run: EDGEZONE_EMULATOR (a program, or a .dll for `dotnet`), or else the newest kind of build in this repository. */
export function findProgram() {
  return process.env.EDGEZONE_EMULATOR ?? builds.find((build) => existsSync(build));
}

function command() {
  const program = findProgram();
  if (!program) throw new Error("There is no emulator to run: `dotnet build -c Release` first, or set EDGEZONE_EMULATOR.");
  return program.endsWith(".dll") ? ["dotnet", program] : [program];
}

const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** Runs the program with these arguments; resolves at its end, for starts that are meant to fail and for `--health`. */
export async function run(args, env = {}) {
  const child = launch(args, env);
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"]) child[stream].setEncoding("utf8").on("data", (text) => (output[stream] += text));
  const [code, signal] = await once(child, "close");
  return { code, signal, ...output };
}

/** Starts an emulator with these settings (`{ "Auth:Mode": "Strict" }`) and resolves once it has announced where it listens. */
export async function startEmulator(settings = {}) {
  const child = launch(["--urls", "http://127.0.0.1:0"], Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`Emulator__${name.replaceAll(":", "__")}`, String(value)])));
  const exited = once(child, "close").then(([code, signal]) => ({ code, signal }));
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  const lines = [];
  const announced = new Promise((resolve) => createInterface({ input: child.stdout }).on("line", (line) => {
    if (lines.length < 1000) lines.push(line);
    const address = /^ *API +(http:\S+)$/.exec(line);
    if (address) resolve(new URL(address[1]));
  }));
  const url = await Promise.race([announced, exited.then(({ code, signal }) => {
    throw new Error(`The emulator ended before it listened (exit code ${code}, signal ${signal}): ${stderr}`);
  })]);

  return {
    url: url.origin,
    host: url.host,
    port: Number(url.port),
    exited,
    /** What it printed so far: the announcement, then its log. */
    lines,
    stop() {
      child.kill("SIGTERM");
      return exited;
    },
    /** Ends one that may not stop when it is asked to, as a test of just that leaves it. */
    kill() {
      child.kill("SIGKILL");
      return exited;
    },
  };
}

function launch(args, env) {
  const [program, ...first] = command();
  const child = spawn(program, [...first, ...args], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}
