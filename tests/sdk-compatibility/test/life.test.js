// One whole life, in the order of the real service's introduction, through every way an official SDK can make a call.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { flavours } from "../emulator/clients.js";
import { knownCredentials } from "../emulator/credentials.js";
import { startEmulator } from "../emulator/process.js";

const zone = "ap-chengdu-1";

describe("A whole life", () => {
  const known = knownCredentials(flavours.length);
  let emulator;
  before(async () => {
    emulator = await startEmulator({ "Auth:Mode": "Strict", "RateLimit:Enabled": false, "Durations:Profile": "Instant", ...known.settings });
  });
  after(() => emulator?.stop());

  for (const { name, connect } of flavours) {
    test(name, async () => {
      const call = connect(emulator.host, known.take());
      const inside = (await call("CreatePrivateNetworkInstance", {
        NetworkInstanceName: "inside", ZoneId: zone, Network: "10.1.0.0", Mask: 28,
      })).NetworkInstanceId;
      const outside = (await call("CreatePublicNetworkInstance", {
        NetworkInstanceName: "outside", ZoneId: zone, Line: "BGP", RouteMode: "static", Bandwidth: 100,
      })).NetworkInstanceId;
      const { IpList } = await call("ApplyPublicIps", { NetworkInstanceId: outside, Count: 3, Type: "ipv4" });
      assert.equal(new Set(IpList).size, 3);

      const { InstanceIdSet } = await call("CreateInstances", {
        Zone: zone, InstanceType: "BMS5.MEDIUM8", InstanceName: "web", InstanceCount: 2, PrivateNetworkId: inside, PublicNetworkId: outside,
      });
      const [id, other] = InstanceIdSet;
      const show = async (instance) => (await call("DescribeInstances", { InstanceIds: [instance] })).InstanceSet[0];
      const { InstanceStatus, PrivateIp, PublicIp } = await show(id);
      assert.deepEqual([InstanceStatus, PrivateIp, IpList.includes(PublicIp)], ["running", "10.1.0.1", true]);

      const taken = (await show(other)).PublicIp;
      const free = IpList.find((ip) => ip !== PublicIp && ip !== taken);
      await call("ModifyInstanceAttribute", { InstanceId: id, InstanceName: "renamed", NewPublicIp: free });
      const changed = await show(id);
      assert.deepEqual([changed.InstanceName, changed.PublicIp], ["renamed", free]);

      const refuse = async (code, action, params) => assert.rejects(call(action, params), { code });
      await refuse("FailedOperation.IpStillBoundToServer", "ReleasePublicIp", { NetworkInstanceId: outside, Type: "ipv4", IpList: [free] });
      await refuse("ResourceInUse.PublicInstanceInUse", "DeletePublicNetworkInstance", { NetworkInstanceId: outside });
      await refuse("ResourceInUse.PrivateInstanceInUse", "DeletePrivateNetworkInstance", { NetworkInstanceId: inside });

      assert.deepEqual((await call("TerminateInstances", { InstanceIds: InstanceIdSet })).InstanceIdSet, InstanceIdSet);
      assert.equal((await call("DescribeInstances", { Zone: zone })).TotalCount, 0);
      const { IpInfoSet } = await call("DescribePublicIps", { NetworkInstanceId: [outside], State: ["Unbound"] });
      assert.deepEqual(IpInfoSet.map((row) => row.Ip).sort(), [...IpList].sort());

      await call("ReleasePublicIp", { NetworkInstanceId: outside, Type: "ipv4", IpList });
      await call("DeletePublicNetworkInstance", { NetworkInstanceId: outside });
      await call("DeletePrivateNetworkInstance", { NetworkInstanceId: inside });
      assert.equal((await call("DescribePublicNetworkInstances", { ZoneId: zone })).TotalCount, 0);
      assert.equal((await call("DescribePrivateNetworkInstances", { ZoneId: zone })).TotalCount, 0);
    });
  }
});
