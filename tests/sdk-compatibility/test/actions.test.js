// Every action, through every way an official SDK can make a call: one call that works, one that is refused.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { flavours } from "../emulator/clients.js";
import { knownCredentials } from "../emulator/credentials.js";
import { startEmulator } from "../emulator/process.js";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const machine = {
  Zone: "ap-guangzhou-1", InstanceType: "BMS5.MEDIUM8", InstanceName: "web", PrivateNetworkId: "net-private-001", PublicNetworkId: "net-public-001",
};
const createInstance = async (call) => (await call("CreateInstances", machine)).InstanceIdSet[0];
const createPrivateNetwork = async (call) => (await call("CreatePrivateNetworkInstance", {
  NetworkInstanceName: "inside", ZoneId: "ap-chengdu-1", Network: "10.1.0.0", Mask: 24,
})).NetworkInstanceId;
const createPublicNetwork = async (call) => (await call("CreatePublicNetworkInstance", {
  NetworkInstanceName: "outside", ZoneId: "ap-chengdu-1", Line: "BGP", RouteMode: "static", Bandwidth: 100,
})).NetworkInstanceId;
const applyAddress = async (call) => {
  const network = await createPublicNetwork(call);
  const { IpList } = await call("ApplyPublicIps", { NetworkInstanceId: network, Count: 2, Type: "ipv4" });
  return { network, IpList };
};
const soon = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+Z/, "Z");
const asked = (params, there) => (typeof params === "function" ? params(there) : params);

/**
 * A row an action: what has to be there first (`given`), what is asked, what the answer holds, and a question that is refused.
 * @type {{ action: string, given?: (call: any) => Promise<any>, params: any, check: (answer: any, given: any) => void, refused: [any, string] }[]}
 */
const actions = [
  {
    action: "CreateInstances",
    params: { ...machine, InstanceCount: 2, ImageId: "img-centos-7.9", VersionNumber: "7.9.2009", EnableIpv6: true },
    check: ({ InstanceIdSet, FailedCount }) => {
      assert.equal(InstanceIdSet.length, 2);
      InstanceIdSet.forEach((id) => assert.match(id, /^ins-/));
      assert.equal(FailedCount, undefined);
    },
    refused: [{ ...machine, InstanceType: "BMS5.LARGE16" }, "ResourceInsufficient"],
  },
  {
    action: "TerminateInstances",
    given: createInstance,
    params: (id) => ({ InstanceIds: [id] }),
    check: ({ InstanceIdSet }, id) => assert.deepEqual(InstanceIdSet, [id]),
    refused: [{ InstanceIds: ["ins-unknown1", "ins-unknown2"] }, "ResourceNotFound.Instance"],
  },
  {
    action: "ModifyInstanceAttribute",
    given: createInstance,
    params: (id) => ({ InstanceId: id, InstanceName: "renamed" }),
    check: () => {},
    refused: [{ InstanceId: "ins-unknown1", InstanceName: "renamed" }, "ResourceNotFound.Instance"],
  },
  {
    action: "DescribeInstances",
    given: createInstance,
    params: (id) => ({ InstanceIds: ["ins-unknown1", id], InstanceStatus: ["allocating", "running"], Zone: machine.Zone, Offset: 0, Limit: 20 }),
    check: ({ InstanceSet, TotalCount }, id) => {
      assert.equal(TotalCount, 1);
      assert.equal(InstanceSet[0].InstanceId, id);
      assert.equal(InstanceSet[0].InstanceStatus, "running");
    },
    refused: [{ Limit: 101 }, "InvalidParameter"],
  },
  {
    action: "DescribeInstanceTypes",
    params: { Zone: "ap-guangzhou-1" },
    check: ({ InstanceTypeQuotaSet, TotalCount }) => {
      assert.equal(InstanceTypeQuotaSet.length, TotalCount);
      assert.equal(InstanceTypeQuotaSet.find((row) => row.InstanceType === "BMS5.MEDIUM8").Quota, 10);
    },
    refused: [{ Zones: "ap-guangzhou-1" }, "UnknownParameter"],
  },
  {
    action: "DescribeZones",
    params: {},
    check: ({ ZoneSet, TotalCount }) => {
      assert.equal(ZoneSet.length, TotalCount);
      assert.ok(ZoneSet.some((zone) => zone.Zone === "ap-guangzhou-1" && zone.ZoneName === "广州一区"));
    },
    refused: [{ Limit: 1 }, "UnknownParameter"],
  },
  {
    action: "DescribeZoneData",
    params: () => ({ Zone: "ap-guangzhou-1", MetricName: "inbw", StartTime: soon(-10), EndTime: soon(0) }),
    check: ({ Data }) => assert.ok(Data.length >= 10, `10 minutes ago until now: ${Data.length} points`),
    refused: [{ Zone: "ap-guangzhou-1", MetricName: "cpu", StartTime: soon(-10), EndTime: soon(0) }, "InvalidParameter.ParamError"],
  },
  {
    action: "CreateEdgeNodeService",
    params: { Zone: "ap-guangzhou-1" },
    check: () => {},
    refused: [{ Zone: "ap-nowhere-1" }, "ResourceNotFound.Zone"],
  },
  {
    action: "CreatePrivateNetworkInstance",
    params: { NetworkInstanceName: "inside", ZoneId: "ap-chengdu-1", Network: "10.1.0.0", Mask: 24 },
    check: ({ NetworkInstanceId }) => assert.match(NetworkInstanceId, /^ein-/),
    refused: [{ NetworkInstanceName: "inside", ZoneId: "ap-chengdu-1", Network: "10.1.0.1", Mask: 24 }, "InvalidParameterValue.InvalidNetwork"],
  },
  {
    action: "ModifyPrivateNetworkInstance",
    given: createPrivateNetwork,
    params: (id) => ({ NetworkInstanceId: id, NetworkInstanceName: "renamed" }),
    check: () => {},
    refused: [{ NetworkInstanceId: "ein-unknown1", NetworkInstanceName: "renamed" }, "ResourceNotFound.PrivateInstanceNotFound"],
  },
  {
    action: "DeletePrivateNetworkInstance",
    given: createPrivateNetwork,
    params: (id) => ({ NetworkInstanceId: id }),
    check: () => {},
    refused: [{ NetworkInstanceId: "ein-unknown1" }, "ResourceNotFound.PrivateInstanceNotFound"],
  },
  {
    action: "DescribePrivateNetworkInstances",
    given: createPrivateNetwork,
    params: (id) => ({ NetworkInstanceId: id, Offset: 0, Limit: 20 }),
    check: ({ PrivateNetworkInstanceSet: [network], TotalCount }, id) => {
      assert.equal(TotalCount, 1);
      assert.equal(network.NetworkInstanceId, id);
    },
    refused: [{ Limit: 0 }, "InvalidParameter"],
  },
  {
    action: "CreatePublicNetworkInstance",
    params: { ZoneId: "ap-chengdu-1", NetworkInstanceName: "outside", Line: "BGP", RouteMode: "bgp", Bandwidth: 100 },
    check: ({ NetworkInstanceId }) => assert.match(NetworkInstanceId, /^epn-/),
    refused: [{ ZoneId: "ap-guangzhou-1", NetworkInstanceName: "second", Line: "BGP", RouteMode: "static" }, "FailedOperation.PublicInstanceDuplicate"],
  },
  {
    action: "ModifyPublicNetworkInstance",
    given: createPublicNetwork,
    params: (id) => ({ NetworkInstanceId: id, NetworkInstanceName: "renamed" }),
    check: () => {},
    refused: [{ NetworkInstanceId: "epn-unknown1", NetworkInstanceName: "renamed" }, "ResourceNotFound.PublicInstanceNotFound"],
  },
  {
    action: "DeletePublicNetworkInstance",
    given: createPublicNetwork,
    params: (id) => ({ NetworkInstanceId: id }),
    check: () => {},
    refused: [{ NetworkInstanceId: "epn-unknown1" }, "ResourceNotFound.PublicInstanceNotFound"],
  },
  {
    action: "DescribePublicNetworkInstances",
    given: createPublicNetwork,
    params: { ZoneId: "ap-chengdu-1" },
    check: ({ PublicNetworkInstanceSet: [network], TotalCount }, id) => {
      assert.equal(TotalCount, 1);
      assert.equal(network.NetworkInstanceId, id);
      assert.equal(network.Bandwidth, 100);
    },
    refused: [{ NetworkInstanceId: "epn-unknown1" }, "ResourceNotFound.PublicInstanceNotFound"],
  },
  {
    action: "ApplyPublicIps",
    given: createPublicNetwork,
    params: (id) => ({ NetworkInstanceId: id, Count: 3, Type: "ipv4" }),
    check: ({ IpList }) => assert.equal(new Set(IpList).size, 3),
    refused: [(id) => ({ NetworkInstanceId: id, Count: 65, Type: "ipv4" }), "LimitExceeded.QuotaExceeded"],
  },
  {
    action: "ReleasePublicIp",
    given: applyAddress,
    params: ({ network, IpList }) => ({ NetworkInstanceId: network, Type: "ipv4", IpList }),
    check: () => {},
    refused: [({ network }) => ({ NetworkInstanceId: network, Type: "ipv4", IpList: ["192.0.2.1"] }), "InvalidParameterValue.PublicIpNotAvailable"],
  },
  {
    action: "DescribePublicIps",
    given: applyAddress,
    params: ({ network, IpList }) => ({ NetworkInstanceId: [network], Ip: IpList, State: ["Unbound"], Type: ["Ipv4", "Ipv6"], OrderByCreateTime: "asc" }),
    check: ({ IpInfoSet, TotalCount }, { IpList }) => {
      assert.equal(TotalCount, 2);
      assert.deepEqual(IpInfoSet.map((row) => row.Ip).sort(), IpList.toSorted());
    },
    refused: [{ State: ["Lost"] }, "InvalidParameter"],
  },
];

describe("Every action, each way", () => {
  const known = knownCredentials(actions.length * flavours.length * 2 + flavours.length);
  let emulator;
  before(async () => {
    emulator = await startEmulator({ "Auth:Mode": "Strict", "RateLimit:Enabled": false, "Durations:Profile": "Instant", ...known.settings });
  });
  after(() => emulator?.stop());

  test("The table has the 19 actions of the API", () => assert.equal(new Set(actions.map((row) => row.action)).size, 19));

  for (const { name, connect } of flavours) {
    describe(name, () => {
      for (const { action, given, params, check, refused } of actions) {
        test(`${action} answers`, async () => {
          const call = connect(emulator.host, known.take());
          const there = await given?.(call);
          const answer = await call(action, asked(params, there));
          assert.match(answer.RequestId, uuid);
          assert.equal(answer.Error, undefined);
          check(answer, there);
        });

        const [question, code] = refused;
        test(`${action} refuses with ${code}`, async () => {
          const call = connect(emulator.host, known.take());
          const there = await given?.(call);
          await assert.rejects(call(action, asked(question, there)), (error) => {
            assert.equal(error.code, code);
            assert.ok(error.message.length > 0);
            assert.match(error.requestId, uuid);
            assert.equal(error.getRequestId(), error.requestId);
            return true;
          });
        });
      }

      test("A name in any script comes back as it was sent", async () => {
        const call = connect(emulator.host, known.take());
        const name = "边缘 machine ~*'()!+&=%20/?#\"é😀";
        const { InstanceIdSet } = await call("CreateInstances", { ...machine, InstanceName: name });
        const { InstanceSet } = await call("DescribeInstances", { InstanceIds: InstanceIdSet });
        assert.equal(InstanceSet[0].InstanceName, name);
      });
    });
  }
});
