using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Instances;

/// <summary>Renames an instance, gives it another public address, or both, or neither when one of them is refused
/// (<see href="https://www.tencentcloud.com/document/api/1230/79075">ModifyInstanceAttribute</see>).</summary>
/// <remarks>ResourceNotFound.Instance. InvalidParameter: the address is no address of the instance's network, or of a family that was not
/// ordered.
/// FailedOperation: the instance's status does not allow it, or the address is in use.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="Change">The change.</param>
public sealed record ModifyInstanceAttribute(long AppId, InstanceChange Change) : UseCase<Instance>
{
    internal override Instance Run(World world, DateTimeOffset now)
    {
        var before = world.Instances.FindOwned(AppId, Change.InstanceId) ?? throw Refusal.Instance.NotFound(Change.InstanceId);
        var instance = before;
        if (Change.Name is { } name)
        {
            if (!InstanceLifecycle.CanRename(instance.Status))
            {
                throw Refusal.Instance.CannotRename(instance.InstanceId, instance.Status.Word());
            }

            instance = instance with { Name = name };
        }

        if (Change.NewPublicIp is { } ip)
        {
            instance = Readdress(world, instance, ip, now);
        }

        world.Instances.Replace(instance);
        Report(world.Events, before, instance, now);
        return instance;
    }

    private static void Report(EventLog events, Instance before, Instance after, DateTimeOffset now)
    {
        void Add(EventKind kind, string was, string becomes)
        {
            if (was != becomes)
            {
                events.Add(kind, now, after.InstanceId.ToString(), was, becomes);
            }
        }

        Add(EventKind.InstanceRenamed, before.Name, after.Name);
        Add(EventKind.AddressChanged, before.PublicIp, after.PublicIp);
        Add(EventKind.AddressChanged, before.PublicIpv6, after.PublicIpv6);
    }

    private Instance Readdress(World world, Instance instance, string ip, DateTimeOffset now)
    {
        var family = Change.IpFamily;
        if (!IpNotation.TryParse(ip, family, out var wanted))
        {
            throw Refusal.Parameter.Invalid("NewPublicIp", ip, $"it is not an {family} address");
        }

        if (family == IpFamily.Ipv6 && !instance.EnableIpv6)
        {
            throw Refusal.Parameter.Invalid("IpType", "ipv6", $"instance {instance.InstanceId} was ordered without IPv6");
        }

        if (!InstanceLifecycle.CanChangeAddress(instance.Status))
        {
            throw Refusal.Instance.CannotChangeAddress(instance.InstanceId, instance.Status.Word());
        }

        if (world.PublicNetworks.Find(instance.PublicNetworkId)!.Addresses(family) is not { } addresses || !addresses.Contains(wanted))
        {
            throw Refusal.Parameter.Invalid("NewPublicIp", ip, $"it does not belong to public network instance {instance.PublicNetworkId}");
        }

        var hasOne = IpNotation.TryParse(family == IpFamily.Ipv4 ? instance.PublicIp : instance.PublicIpv6, family, out var current);
        if (hasOne && current == wanted)
        {
            return instance;
        }

        if (!addresses.IsFree(wanted))
        {
            throw Refusal.Instance.AddressInUse(instance.InstanceId, ip);
        }

        if (hasOne)
        {
            addresses.Unbind(current, now);
        }

        addresses.Bind(wanted, instance.InstanceId, now);
        var text = IpNotation.Format(wanted, family);
        return family == IpFamily.Ipv4 ? instance with { PublicIp = text } : instance with { PublicIpv6 = text };
    }
}
