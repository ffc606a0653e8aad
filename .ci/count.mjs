// node count.mjs RESULTS NAME.tap... -- BROKEN_STAGE...
// Closes a run with one line, `N passed, N failed`, counted from what the test runners wrote. A suite without results, or whose results
// hold no test, is a failure; so is a broken stage, unless its own suite already shows one.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

const [directory, ...rest] = process.argv.slice(2);
const tapFiles = rest.slice(0, rest.indexOf("--"));
const brokenStages = rest.slice(rest.indexOf("--") + 1);
const suites = [...dotnetSuites(), ...tapFiles.map(tapSuite)];

for (const { name, passed, failed, note } of suites)
  console.log(`${name.padEnd(36)} ${String(passed).padStart(6)} passed ${String(failed).padStart(6)} failed${note ? `  (${note})` : ""}`);
for (const stage of brokenStages) console.log(`stage ${stage} is broken`);

const passed = suites.reduce((sum, suite) => sum + suite.passed, 0);
const failed = Math.max(suites.reduce((sum, suite) => sum + suite.failed, 0), brokenStages.length);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** Every test project of the solution has to be there, whatever the runner found. */
function dotnetSuites() {
  const results = readdirSync(directory).filter((file) => file.endsWith(".trx")).map((file) => readFileSync(join(directory, file), "utf8"));
  const inside = (parent) => readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(parent, entry.name));
  const folders = [...inside("tests"), ...inside(join("tests", "Samples"))];
  return folders.flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith(".csproj")).map((file) => join(folder, file)))
    .filter((project) => readFileSync(project, "utf8").includes("<IsTestProject>true</IsTestProject>"))
    .map((project) => {
      const name = /<AssemblyName>(.+)<\/AssemblyName>/.exec(readFileSync(project, "utf8"))?.[1] ?? basename(project, ".csproj");
      const own = results.filter((text) => text.toLowerCase().includes(`/${name.toLowerCase()}.dll"`));
      return own.length === 0 ? absent(name) : verdict(name, own.map(trx).reduce((sum, one) => ({
        passed: sum.passed + one.passed, failed: sum.failed + one.failed, crashed: sum.crashed || one.crashed,
      })));
    });
}

function trx(text) {
  const counters = /<Counters ([^>]*)>/.exec(text)?.[1] ?? "";
  const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
  return {
    passed: count("passed"),
    failed: count("failed") + count("error") + count("timeout") + count("aborted"),
    crashed: /<ResultSummary outcome="(?!Completed|Passed)/.test(text),
  };
}

function tapSuite(file) {
  const path = join(directory, file);
  if (!existsSync(path)) return absent(file);
  const text = readFileSync(path, "utf8");
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  return verdict(file, { passed: count("pass"), failed: count("fail") + count("cancelled"), crashed: !/^# pass \d+$/m.test(text) });
}

function verdict(name, { passed, failed, crashed }) {
  if (failed === 0 && crashed) return { name, passed, failed: 1, note: "the run was not completed" };
  if (failed === 0 && passed === 0) return { name, passed, failed: 1, note: "no test ran" };
  return { name, passed, failed };
}

function absent(name) {
  return { name, passed: 0, failed: 1, note: "no results" };
}
