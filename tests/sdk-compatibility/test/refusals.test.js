// What the gateway refuses before an action is reached, as the SDK's error object shows it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { connectTc3, flavours } from "../emulator/clients.js";
import { knownCredentials } from "../emulator/credentials.js";
import { startEmulator } from "../emulator/process.js";

describe("Refused at the gate", () => {
  const known = knownCredentials(flavours.length * 5 + 2);
  const temporary = { secretId: "AKIDtemporary", secretKey: "key of temporary", token: "the token" };
  let emulator;
  before(async () => {
    const index = Object.keys(known.settings).length;
    emulator = await startEmulator({
      "Auth:Mode": "Strict",
      ...known.settings,
      [`Credentials:${index}:SecretId`]: temporary.secretId,
      [`Credentials:${index}:SecretKey`]: temporary.secretKey,
      [`Credentials:${index}:Token`]: temporary.token,
    });
  });
  after(() => emulator?.stop());

  async function refuses(call, code, message) {
    await assert.rejects(call, (error) => {
      assert.equal(error.code, code);
      assert.equal(error.message, message);
      assert.match(error.requestId, /^[0-9a-f-]{36}$/);
      return true;
    });
  }

  for (const { name, connect, sendsNullAsText } of flavours) {
    describe(name, () => {
      test("A wrong key", () => refuses(
        connect(emulator.host, { ...known.take(), secretKey: "another" })("DescribeZones"),
        "AuthFailure.SignatureFailure",
        "The provided credentials could not be validated. Please check your signature is correct."));

      test("An unknown SecretId", () => refuses(
        connect(emulator.host, { secretId: "AKIDnobody", secretKey: "key" })("DescribeZones"),
        "AuthFailure.SecretIdNotFound",
        "The SecretId is not found, please ensure that your SecretId is correct."));

      test("An unknown action", () => refuses(
        connect(emulator.host, known.take())("DescribeNothing"),
        "InvalidAction",
        "The request action=`DescribeNothing` is invalid or not found in service=`edgezone` and version=`2026-04-01`."));

      test("An unknown version", () => refuses(
        connect(emulator.host, known.take(), { apiVersion: "2017-03-12" })("DescribeZones"),
        "NoSuchVersion",
        "The specified api version=`2017-03-12` does not exist in service=`edgezone`."));

      test("No region", () => refuses(
        connect(emulator.host, known.take(), { region: null })("DescribeZones"),
        ...(sendsNullAsText
          ? ["InvalidParameterValue", "A value specified in `X-TC-Region` is not valid, is unsupported, or cannot be used."]
          : ["MissingParameter", "The request is missing a required parameter `Region`."])));

      test("A missing parameter", () => refuses(
        connect(emulator.host, known.take())("TerminateInstances"),
        "MissingParameter",
        "The request is missing a required parameter `InstanceIds`."));

      test("A temporary credential with its token, and with another", async () => {
        const answer = await connect(emulator.host, temporary)("DescribeZones");
        assert.ok(answer.TotalCount > 0);
        await refuses(
          connect(emulator.host, { ...temporary, token: "another" })("DescribeZones"),
          "AuthFailure.TokenFailure",
          "Token verification failed, please check if your Token is correct");
      });
    });
  }

  test("Types are exact in JSON", async () => {
    const call = connectTc3(emulator.host, known.take());
    await refuses(call("DescribeInstances", { Limit: "20" }), "InvalidParameter", "The value type of parameter `Limit` is not valid, input type should be `uint64`");
    await refuses(call("DescribeInstances", { InstanceIds: [1] }), "InvalidParameter", "The value type of parameter `InstanceIds.0` is not valid, input type should be `string`");
  });

  test("Messages are Chinese for whoever asks for it, and the trace id comes back", async () => {
    const call = connectTc3(emulator.host, known.take(), { language: "zh-CN", headers: { "X-TC-TraceId": "trace-me" } });
    await assert.rejects(call("TerminateInstances"), (error) => {
      assert.equal(error.message, "请求缺少必传参数 `InstanceIds`。");
      assert.equal(error.traceId, "trace-me");
      return true;
    });
  });
});
