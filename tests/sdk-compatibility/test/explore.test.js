// The search for bugs, with a script on an official SDK as its prey.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { findProgram, run, startEmulator } from "../emulator/process.js";

const script = fileURLToPath(new URL("../samples/provision.js", import.meta.url));

/** `explore` with these options on the script; the result with the report, the JUnit file and the names of the C# tests. */
async function explore(t, options, ...scriptArgs) {
  const folder = mkdtempSync(join(tmpdir(), "explore-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const files = { report: join(folder, "report.json"), junit: join(folder, "junit.xml"), csharp: join(folder, "tests") };
  const result = await run([
    "explore", ...Object.entries(files).flatMap(([name, file]) => [`--${name}`, file]), ...options, "--", process.execPath, script, "2", ...scriptArgs,
  ]);
  const ended = result.code <= 2;
  return {
    ...result,
    report: ended && JSON.parse(readFileSync(files.report, "utf8")),
    junit: ended && readFileSync(files.junit, "utf8"),
    tests: ended ? readdirSync(files.csharp) : [],
  };
}

describe("explore", () => {
  test("The three bugs of a careless script are found, each with one fault", async (t) => {
    const { code, stdout, report, junit, tests } = await explore(t, ["--faults", "answer-lost,partial,machine"], "--careless");
    assert.equal(code, 1, stdout);
    const found = (kind) => report.findings.filter((finding) => finding.kind === kind);
    assert.equal(found("duplicate")[0]?.id, "CreateInstances-1-answer-lost", stdout);
    assert.equal(found("lie")[0]?.id, "CreateInstances-1-partial-one-less", stdout);
    assert.equal(found("leak")[0]?.id, "CreateInstances-1-machine-1-network-fails", stdout);
    assert.ok(report.findings.every((finding) => finding.rules.length === 1 && finding.repeats === 3), stdout);
    assert.match(stdout, /await sandbox\.Faults\.On\("CreateInstances"\)\.First\(\)\.LosesAnswer\(\);/);
    assert.match(junit, /<testcase [^>]*name="CreateInstances-1-answer-lost"/);
    assert.ok(tests.includes("CreateInstances1AnswerLostTests.cs"), tests.join());
  });

  test("A careful script survives every single fault", async (t) => {
    const { code, stdout, report } = await explore(t, ["--faults", "throttled,internal-error,request-lost,answer-lost,partial,rival"]);
    assert.equal(code, 0, stdout);
    assert.deepEqual(report.findings, []);
    assert.ok(report.runs > 10, stdout);
  });

  test("A finding is run again with the output of the script", async () => {
    const again = await run(["explore", "--replay", "CreateInstances-1-partial-one-less", "--", process.execPath, script, "2", "--careless"]);
    assert.equal(again.code, 1, again.stdout);
    assert.match(again.stdout, /2 machines run\.[^]*lie: /);
  });

  test("A script that fails by itself, or cannot be started, is told so", async () => {
    const failing = await run(["explore", "--", process.execPath, "-e", "console.error('no\\nconfiguration'); process.exitCode = 3"]);
    assert.equal(failing.code, 2);
    assert.match(failing.stdout, /^The program fails although nothing went wrong \(exit 3\)[^]* it said  no\n {12}configuration\n/);
    const missing = await run(["explore", "--", "/no/such/program"]);
    assert.equal(missing.code, 69);
    assert.match(missing.stderr, /^EdgeZone\.Emulator: \/no\/such\/program cannot be started/);
  });

  test("A script of the emulator's own calls is explored, and one that calls nothing is told so", async () => {
    const program = findProgram();
    const call = `${program.endsWith(".dll") ? "dotnet " : ""}${program} call`;
    const { code, stdout } = await run(["explore", "--faults", "throttled,internal-error", "--", "/bin/sh", "-c", `${call} DescribeZones`]);
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^0 findings in 2 runs;/);
    const silent = await run(["explore", "--", "/bin/sh", "-c", "exit 0"]);
    assert.match(silent.stdout, /^The program makes no call that reached its sandbox/);
  });

  test("Bad usage is told in one line, exit code 64", async () => {
    for (const bad of [["--faults", "nonsense", "--", "true"], ["--limit", "0", "--", "true"], ["--timeout", "-1", "--", "true"], ["--nonsense", "--", "true"], []]) {
      const { code, stdout, stderr } = await run(["explore", ...bad]);
      assert.equal(code, 64, bad.join(" "));
      assert.equal(stdout, "");
      assert.match(stderr, /^[^\n]+\n$/);
    }
  });

  test("An interrupted search ends what it has started and leaves no sandbox behind", async (t) => {
    const emulator = await startEmulator();
    t.after(() => emulator.stop());
    const { code } = await run(["explore", "--emulator", emulator.url, "--", "/bin/sh", "-c", 'kill -INT $PPID; sleep 60']);
    assert.equal(code, 130);
    const { sandboxes } = await (await fetch(`${emulator.url}/_emulator/sandboxes`)).json();
    assert.deepEqual(sandboxes.map(({ name }) => name).filter((name) => name !== "default"), []);
  });
});
