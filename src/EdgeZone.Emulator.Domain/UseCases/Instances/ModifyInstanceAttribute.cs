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
        var number = world.Instances.FindOwned(AppId, Change.InstanceId);
        if (number < 0)
        {
            throw Refusal.Instance.NotFound(Change.InstanceId);
        }

        var before = world.Instances.Show(number, world.Instances.Row(number));
        if (Change.Name is not null && !InstanceLifecycle.CanRename(before.Status))
        {
            throw Refusal.Instance.CannotRename(before.InstanceId, before.Status.Word());
        }

        // What can be refused comes before what changes anything.
        if (Change.NewPublicIp is { } ip)
        {
            Readdress(world, before, ip, now);
        }

        if (Change.Name is { } name)
        {
            world.Instances.Change(number).Name = name;
        }

        var after = world.Instances.Show(number, world.Instances.Row(number));
        Report(world.Events, before, after, now);
        return after;
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
        Add(EventKind.AddressChanged, before.PublicIp.ToString(), after.PublicIp.ToString());
        Add(EventKind.AddressChanged, before.PublicIpv6.ToString(), after.PublicIpv6.ToString());
    }

    private void Readdress(World world, Instance instance, string ip, DateTimeOffset now)
    {
        var family = Change.IpFamily;
        if (!IpNotation.TryParse(ip, family, out var wanted))
        {
            throw Refusal.Parameter.Invalid("NewPublicIp", ip, $"it is not an {IpNotation.NameOf(family)} address");
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

        var current = family == IpFamily.Ipv4 ? instance.PublicIp : instance.PublicIpv6;
        if (current == new IpAddress(family, wanted))
        {
            return;
        }

        if (!addresses.IsFree(wanted))
        {
            throw Refusal.Instance.AddressInUse(instance.InstanceId, ip);
        }

        if (current != IpAddress.None)
        {
            addresses.Unbind(current.Number, now);
        }

        addresses.Bind(wanted, instance.Sequence, now);
        world.Instances.Change(instance.Sequence).SetPublicAddress(family, wanted);
    }
}
