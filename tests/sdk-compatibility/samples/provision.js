// Makes a fleet of so many machines that run, or leaves nothing behind: node provision.js COUNT [--careless]
// Where to and as whom stand in the environment, as `edgezone-emulator explore` sets it.
// With --careless it has three bugs that many such scripts have: it believes that all machines were had, repeats an order whose answer was
// lost, and leaves behind what it has when it gives up.
import mainland from "tencentcloud-sdk-nodejs/tencentcloud/common/common_client.js";

const count = Number(process.argv[2] ?? 3);
const careless = process.argv.includes("--careless");
const fleet = "fleet";
const order = { Zone: "ap-guangzhou-1", InstanceType: "BMS5.MEDIUM8", PrivateNetworkId: "net-private-001", PublicNetworkId: "net-public-001" };
const attempts = 5;
const polls = 12;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const client = new mainland.CommonClient("edgezone.tencentcloudapi.com", "2026-04-01", {
  credential: { secretId: process.env.TENCENTCLOUD_SECRET_ID, secretKey: process.env.TENCENTCLOUD_SECRET_KEY },
  region: process.env.TENCENTCLOUD_REGION,
  profile: { httpProfile: { endpoint: process.env.EDGEZONE_ENDPOINT, protocol: "http://", reqTimeout: 1 } },
});

// Without a code it is the connection: nobody knows whether the call was carried out.
const isTransient = ({ code }) => !code || !/^[A-Z]\w+(\.\w+)?$/.test(code) || code === "InternalError" || code.startsWith("RequestLimitExceeded");
const isUncertain = (error) => isTransient(error) && !error.code?.startsWith("RequestLimitExceeded");

/** Repeats what does no harm when it is done twice. */
async function patiently(action, params) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.request(action, params);
    } catch (error) {
      if (attempt === attempts || !isTransient(error)) throw error;
      await pause(10 * attempt);
    }
  }
}

async function list() {
  const { InstanceSet } = await patiently("DescribeInstances", { InstanceName: fleet, Limit: 100 });
  return InstanceSet.filter(({ InstanceStatus }) => InstanceStatus !== "terminating");
}

async function release(ids) {
  if (ids.length > 0) await patiently("TerminateInstances", { InstanceIds: ids });
}

/** Orders what is missing. Whoever does not know what came of an order looks before giving another. */
async function orderMissing() {
  for (let attempt = 1; ; attempt++) {
    const there = await list();
    await release(there.filter(({ InstanceStatus }) => InstanceStatus === "error").map(({ InstanceId }) => InstanceId));
    const missing = count - there.filter(({ InstanceStatus }) => InstanceStatus !== "error").length;
    if (missing <= 0) return;
    try {
      await client.request("CreateInstances", { ...order, InstanceName: fleet, InstanceCount: missing });
      return;
    } catch (error) {
      if (attempt === attempts || !(isTransient(error) || isUncertain(error))) throw error;
      await pause(10 * attempt);
    }
  }
}

async function provision() {
  for (let poll = 0; poll < polls; poll++) {
    await orderMissing();
    const there = await list();
    if (there.length === count && there.every(({ InstanceStatus }) => InstanceStatus === "running")) return;
    await pause(10);
  }
  throw new Error(`Not all of ${count} machines run after ${polls} looks.`);
}

/** Whatever happens meanwhile, nothing shall stay behind; machines that are being installed cannot be given back yet. */
async function rollBack() {
  for (let attempt = 1; attempt <= polls; attempt++) {
    try {
      const there = await list();
      if (there.length === 0) return;
      await release(there.filter(({ InstanceStatus }) => InstanceStatus !== "allocating").map(({ InstanceId }) => InstanceId));
    } catch (error) {
      console.error(`Not rolled back yet: ${error.message}`);
    }
    await pause(10);
  }
}

async function provisionCarelessly() {
  const { InstanceIdSet } = await patiently("CreateInstances", { ...order, InstanceName: fleet, InstanceCount: count });
  for (let poll = 0; poll < polls; poll++) {
    const { InstanceSet } = await patiently("DescribeInstances", { InstanceIds: InstanceIdSet });
    if (InstanceSet.every(({ InstanceStatus }) => InstanceStatus === "running")) return;
    await pause(10);
  }
  throw new Error("The machines do not run.");
}

try {
  await (careless ? provisionCarelessly() : provision());
  console.log(`${count} machines run.`);
} catch (error) {
  console.error(error.message ?? error);
  if (!careless) await rollBack();
  process.exitCode = 1;
}
