// What clients do to HTTP itself: every request gets the API's envelope, never a dropped connection.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { knownCredentials } from "../emulator/credentials.js";
import { startEmulator } from "../emulator/process.js";
import { send, signedLines } from "../emulator/raw.js";

describe("HTTP", () => {
  const known = knownCredentials(4);
  let emulator;
  before(async () => {
    emulator = await startEmulator(known.settings);
  });
  after(() => emulator?.stop());

  async function refusal(answer) {
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("content-type"), "application/json");
    const { Response } = await answer.json();
    assert.equal(Response.RequestId, answer.headers.get("x-tc-requestid"));
    return Response.Error.Code;
  }

  for (const ending of ["", "/"]) {
    test(`tccli's Host, a whole URL${ending && " with a slash"}, is answered and verified`, async () => {
      const host = `http://${emulator.host}${ending}`;
      const signed = await send(emulator.port, signedLines(known.take(), "DescribeZones", host, "{}"), "{}");
      assert.equal(signed.status, "HTTP/1.1 200 OK");
      assert.ok(JSON.parse(signed.body).Response.TotalCount > 0, signed.body);

      const forged = await send(emulator.port, signedLines({ ...known.take(), secretKey: "another" }, "DescribeZones", host, "{}"), "{}");
      assert.equal(JSON.parse(forged.body).Response.Error.Code, "AuthFailure.SignatureFailure");

      const unsigned = await send(emulator.port, ["POST / HTTP/1.1", `Host: ${host}`, "X-TC-Action: DescribeZones"], "{}");
      assert.ok(JSON.parse(unsigned.body).Response.TotalCount > 0, unsigned.body);
    });
  }

  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"])
    test(`${method} is refused in an envelope`, async () => assert.equal(await refusal(await fetch(emulator.url, { method })), "UnsupportedProtocol"));

  test("HEAD is answered with a head", async () => {
    const answer = await send(emulator.port, ["HEAD / HTTP/1.1", `Host: ${emulator.host}`]);
    assert.equal(answer.status, "HTTP/1.1 200 OK");
    assert.ok(answer.headers.includes("Content-Type: application/json"));
    assert.equal(answer.body, "");
  });

  test("A query of 40 KB is refused in an envelope", async () =>
    assert.equal(await refusal(await fetch(`${emulator.url}/?Action=DescribeZones&Padding=${"x".repeat(40 * 1024)}`)), "RequestSizeLimitExceeded"));

  test("A body of 11 MB is refused in an envelope", async () =>
    assert.equal(await refusal(await fetch(emulator.url, {
      method: "POST",
      headers: { "X-TC-Action": "DescribeInstances", "Content-Type": "application/json" },
      body: JSON.stringify({ InstanceName: "x".repeat(11 * 1024 * 1024) }),
    })), "RequestSizeLimitExceeded"));

  test("A body of 11 MB of unannounced length is refused in an envelope", async () =>
    assert.equal(await refusal(await fetch(emulator.url, {
      method: "POST",
      headers: { "X-TC-Action": "DescribeInstances", "Content-Type": "application/json" },
      body: ReadableStream.from(Array.from({ length: 11 }, () => new Uint8Array(1024 * 1024).fill(0x20))),
      duplex: "half",
    })), "RequestSizeLimitExceeded"));

  test("A form of 2 MB is refused in an envelope", async () =>
    assert.equal(await refusal(await fetch(emulator.url, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: `Action=DescribeZones&Padding=${"x".repeat(2 * 1024 * 1024)}`,
    })), "AuthFailure.SignatureFailure"));

  test("Any path is the API's", async () => {
    const answer = await fetch(`${emulator.url}/some/where`, { method: "POST", headers: { "X-TC-Action": "DescribeZones" }, body: "{}" });
    assert.ok((await answer.json()).Response.TotalCount > 0);
  });

  test("An empty call is told what is missing", async () => assert.equal(await refusal(await fetch(emulator.url)), "MissingParameter"));
});
