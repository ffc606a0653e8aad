using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>A change of an instance (<see href="https://www.tencentcloud.com/document/api/1230/79075">ModifyInstanceAttribute</see>).</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Name">New name, null to keep the old one.</param>
/// <param name="NewPublicIp">A free address of its public network, null to keep the old one.</param>
/// <param name="IpFamily">Which of its addresses is meant.</param>
public sealed record InstanceChange(InstanceId InstanceId, string? Name = null, string? NewPublicIp = null, IpFamily IpFamily = IpFamily.Ipv4);
