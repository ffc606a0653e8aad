// The scripts of docs/clients.md, as they stand there: without an endpoint of their own, through the proxy, which is all that is told to them.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startEmulator } from "../emulator/process.js";

const page = readFileSync(new URL("../../../docs/clients.md", import.meta.url), "utf8");
const scripts = [...page.matchAll(/```js\n([^]*?)```/g)].map((match) => match[1]);
const here = fileURLToPath(new URL("..", import.meta.url));
let emulator, folder, authority;

before(async () => {
  emulator = await startEmulator();
  folder = mkdtempSync(join(here, "clients-"));
  authority = join(folder, "ca.pem");
  writeFileSync(authority, await (await fetch(`${emulator.url}/_emulator/ca.pem`)).text());
});

after(() => {
  rmSync(folder, { recursive: true });
  return emulator.stop();
});

async function run(script, env) {
  const file = join(folder, "script.mjs");
  writeFileSync(file, script);
  const child = spawn(process.execPath, [file], { env: { ...process.env, ...env } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  await once(child, "close");
  return output;
}

test("the page has a script for each SDK", () => assert.equal(scripts.length, 2));

for (const [place, script] of scripts.entries()) {
  test(`script ${place + 1} reaches the emulator through the proxy and names no endpoint`, async () => {
    assert.doesNotMatch(script, /localhost|127\.0\.0\.1/);
    const output = await run(script, { http_proxy: emulator.url, NODE_EXTRA_CA_CERTS: authority });
    assert.match(output, /TotalCount/);
  });

  test(`script ${place + 1} that asks for another product is refused by the proxy`, async () => {
    const output = await run(script.replaceAll("edgezone.", "cvm."), { http_proxy: emulator.url, NODE_EXTRA_CA_CERTS: authority });
    assert.doesNotMatch(output, /TotalCount/);
    const { proxy } = await (await fetch(`${emulator.url}/_emulator/info`)).json();
    assert.match(proxy.latest[0].target, /^cvm\..*tencentcloudapi\.com:443$/);
  });
}
