// Before the tests: in a clone in which nothing was built yet, builds the program that they start.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findProgram } from "./process.js";

if (!findProgram()) {
  const project = fileURLToPath(new URL("../../../src/EdgeZone.Emulator", import.meta.url));
  console.log(`There is no emulator to run yet: dotnet build -c Release ${project}`);
  const { status, error } = spawnSync("dotnet", ["build", "-c", "Release", project], { stdio: "inherit" });
  if (error) console.error(`It needs the .NET SDK, or EDGEZONE_EMULATOR with the path of a program: ${error.message}`);
  process.exitCode = status ?? 1;
}
