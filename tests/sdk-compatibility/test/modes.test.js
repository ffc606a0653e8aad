// What other settings change for an SDK.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { connect } from "../emulator/clients.js";
import { startEmulator } from "../emulator/process.js";

const builtIn = { secretId: "emulator", secretKey: "emulator" };
const calls = (count, call) => Promise.allSettled(Array.from({ length: count }, call));

describe("Rate limit", () => {
  test("On, the calls over the limit are refused with both numbers; another action has a count of its own", async (t) => {
    const emulator = await startEmulator({ "RateLimit:Actions:DescribeZones": 1 });
    t.after(() => emulator.stop());
    const call = connect(emulator.host, builtIn);

    // However slow the machine, 40 calls in fewer than 20 seconds put more than one into some second.
    const outcomes = await calls(40, () => call("DescribeZones"));
    const refused = outcomes.filter((outcome) => outcome.status === "rejected").map((outcome) => outcome.reason);
    assert.ok(refused.length > 0 && refused.length < 40, `${refused.length} of 40 refused`);
    for (const error of refused) {
      assert.equal(error.code, "RequestLimitExceeded");
      assert.match(error.message, /^Your current request times equals to `\d+` in a second, which exceeds the frequency limit `1` for a second\. Please reduce the frequency of calls\.$/);
      assert.match(error.requestId, /^[0-9a-f-]{36}$/);
    }

    assert.equal((await call("DescribeInstanceTypes")).RequestId.length, 36);
  });

  test("Off, nothing is counted", async (t) => {
    const emulator = await startEmulator({ "RateLimit:Enabled": false, "RateLimit:Actions:DescribeZones": 1 });
    t.after(() => emulator.stop());
    const call = connect(emulator.host, builtIn);
    assert.deepEqual((await calls(40, () => call("DescribeZones"))).filter((outcome) => outcome.status === "rejected"), []);
  });
});

describe("Lenient mode", () => {
  test("The built-in pair and an unsigned call meet in one world; an unknown SecretId has its own", async (t) => {
    const emulator = await startEmulator();
    t.after(() => emulator.stop());
    const answer = await fetch(emulator.url, {
      method: "POST",
      headers: { "X-TC-Action": "CreateInstances" },
      body: JSON.stringify({
        Zone: "ap-guangzhou-1", InstanceType: "BMS5.MEDIUM8", InstanceName: "first", PrivateNetworkId: "net-private-001", PublicNetworkId: "net-public-001",
      }),
    });
    const { Response: { InstanceIdSet } } = await answer.json();
    assert.equal(answer.headers.get("content-type"), "application/json");
    assert.equal(answer.headers.get("x-emulator-sandbox"), "default");

    const mine = await connect(emulator.host, builtIn)("DescribeInstances");
    assert.deepEqual(mine.InstanceSet.map((instance) => instance.InstanceId), InstanceIdSet);
    const theirs = await connect(emulator.host, { secretId: "AKIDunknown", secretKey: "whatever" })("DescribeInstances");
    assert.equal(theirs.TotalCount, 0);
  });
});

describe("Mainland edition", () => {
  test("It speaks the newer contract to an SDK", async (t) => {
    const emulator = await startEmulator({ "Api:Edition": "Mainland" });
    t.after(() => emulator.stop());
    const page = await connect(emulator.host, builtIn)("DescribeInstanceTypes", { Offset: 0, Limit: 1 });
    assert.equal(page.InstanceTypeQuotaSet.length, 1);
    assert.equal(page.InstanceTypeQuotaSet[0].InstanceFamilyName.length > 0, true);
  });
});
