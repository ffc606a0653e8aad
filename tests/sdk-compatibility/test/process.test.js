// The program itself: what it prints, how it is asked whether it is well, how it ends.
import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, test } from "node:test";
import { run, startEmulator } from "../emulator/process.js";
import { openConnection } from "../emulator/raw.js";

describe("Start", () => {
  test("It announces a first call that works as it stands", async (t) => {
    const emulator = await startEmulator();
    t.after(() => emulator.stop());
    assert.match(emulator.lines.join("\n"), /^EdgeZone\.Emulator/);
    const answer = await fetch(emulator.url, { method: "POST", headers: { "X-TC-Action": "DescribeZones" }, body: "{}" });
    assert.ok((await answer.json()).Response.TotalCount > 0, "the world is built in");
  });

  test("A bad setting ends it with one line that names it, exit code 78", async () => {
    const { code, stdout, stderr } = await run(["--urls", "http://127.0.0.1:0", "--Emulator:Auth:Mode=Sometimes"]);
    assert.equal(code, 78);
    assert.equal(stdout, "");
    assert.match(stderr, /^[^\n]*Emulator:Auth:Mode[^\n]*\n$/);
  });

  test("An unknown setting ends it with one line that names it, exit code 78", async () => {
    const { code, stderr } = await run(["--urls", "http://127.0.0.1:0"], { Emulator__Durations__Mode: "Fast", Emulator__Auth__Mode: "Strict" });
    assert.equal(code, 78);
    assert.match(stderr, /^[^\n]*Emulator:Durations:Mode;[^\n]*\n$/);
  });

  test("A taken port ends it with one line that names the address, exit code 69", async (t) => {
    const emulator = await startEmulator();
    t.after(() => emulator.stop());
    const { code, stderr } = await run(["--urls", emulator.url]);
    assert.equal(code, 69);
    assert.match(stderr, new RegExp(`^[^\\n]*${emulator.port}[^\\n]*\\n$`));
  });
});

describe("--help", () => {
  test("It names the program and what can be asked of it, also in the native binary", async () => {
    const { code, stdout, stderr } = await run(["--help"]);
    assert.equal(code, 0);
    assert.equal(stderr, "");
    assert.match(stdout, /^ *EdgeZone\.Emulator \[command\] \[options\]$/m);
    for (const name of ["--urls", "--Emulator:NAME", "--health", "--version", "settings"]) assert.ok(stdout.includes(`  ${name}`), name);
  });

  test("The settings are listed with their defaults", async () => {
    const { code, stdout } = await run(["settings"]);
    assert.equal(code, 0);
    assert.match(stdout, /^ *--Emulator:RateLimit:PerSecond <value> .* Default: 20\. /m);
  });
});

describe("--health", () => {
  test("It finds a healthy emulator, and notices that there is none", async (t) => {
    const emulator = await startEmulator();
    t.after(() => emulator.stop());
    assert.equal((await run(["--health", "--urls", emulator.url])).code, 0);
    await emulator.stop();
    assert.equal((await run(["--health", "--urls", emulator.url])).code, 1);
  });
});

describe("Stop", () => {
  /** Asks it to stop; fails if it has not ended two seconds later. */
  async function endsInTime(emulator) {
    const asked = performance.now();
    const end = await emulator.stop();
    const took = performance.now() - asked;
    assert.deepEqual(end, { code: 0, signal: null });
    assert.ok(took < 2000, `it took ${took.toFixed()} ms`);
  }

  test("SIGTERM ends an idle emulator", async (t) => {
    const emulator = await startEmulator();
    t.after(() => emulator.kill());
    await endsInTime(emulator);
  });

  test("SIGTERM ends it with an idle connection open", async (t) => {
    const emulator = await startEmulator();
    t.after(() => emulator.kill());
    const { socket, received } = await openConnection(emulator.port);
    t.after(() => socket.destroy());
    socket.write(`GET /_emulator/health HTTP/1.1\r\nHost: ${emulator.host}\r\n\r\n`);
    await once(socket, "data");
    assert.match(received(), /^HTTP\/1\.1 200/);
    await endsInTime(emulator);
  });

  test("SIGTERM ends it with a slow request under way", async (t) => {
    const emulator = await startEmulator();
    t.after(() => emulator.kill());
    const { socket, received } = await openConnection(emulator.port);
    t.after(() => socket.destroy());
    socket.on("error", () => {});
    // The server's 100 says that it has begun to wait for the body.
    socket.write(`POST / HTTP/1.1\r\nHost: ${emulator.host}\r\nX-TC-Action: DescribeZones\r\nExpect: 100-continue\r\nContent-Length: 1000\r\n\r\n`);
    await once(socket, "data");
    assert.match(received(), /^HTTP\/1\.1 100/);
    socket.write('{"slow":');
    await endsInTime(emulator);
    assert.doesNotMatch(emulator.lines.join("\n"), /ERR|exception/i);
  });
});
