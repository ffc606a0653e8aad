using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Paging;
using EdgeZone.Emulator.Domain.Provisioning;

namespace EdgeZone.Emulator.Domain;

public sealed partial class EdgeCloud
{
    /// <summary>Reserves machines; addresses and operating system follow when they are due
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79079">CreateInstances</see>).</summary>
    /// <exception cref="EdgeZoneException">InvalidParameterValue: zone, model, network, image or version is not one the account may use.
    /// LimitExceeded.InstanceQuota: the request as a whole exceeds the quota. ResourceInsufficient: not one machine is free.</exception>
    public Reservation CreateInstances(long appId, InstanceOrder order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order.Count, 1, nameof(order));
        lock (_gate)
        {
            var now = Settle();
            var account = _accounts.Get(appId);
            var model = ModelOffered(account, order.Zone, order.InstanceType);
            var privateNetwork = NetworkFor(_privateNetworks, account, order.Zone, "PrivateNetworkId", order.PrivateNetworkId);
            var publicNetwork = NetworkFor(_publicNetworks, account, order.Zone, "PublicNetworkId", order.PublicNetworkId);
            var (imageId, version) = _images.Choose(order.ImageId, order.VersionNumber);
            account.Instances.Admit(order.Zone, model.Code, order.Count);

            var stock = _machines.Of(order.Zone, model.Code);
            var count = Math.Min(order.Count, stock.Free);
            if (count == 0)
            {
                throw Refusal.Instance.OutOfStock(model.Code, order.Zone);
            }

            account.BillIn(order.Zone);

            var ids = new string[count];
            for (var i = 0; i < count; i++)
            {
                ids[i] = _instanceIds.Next();
                _instances.Add(new Instance
                {
                    InstanceId = ids[i],
                    AppId = appId,
                    Sequence = _instances.NextSequence(),
                    Name = order.Name ?? ids[i],
                    MachineId = stock.TryBind()!,
                    Model = model,
                    Zone = order.Zone,
                    ImageId = imageId,
                    VersionNumber = version,
                    Status = InstanceLifecycle.Next(null, InstanceTrigger.Reserved)!.Value,
                    PrivateNetworkId = privateNetwork.Id,
                    PublicNetworkId = publicNetwork.Id,
                    EnableIpv6 = order.EnableIpv6,
                    CreatedTime = now,
                });
                account.Instances.Take(order.Zone, model.Code);
                privateNetwork.Attach();
                publicNetwork.Attach();
                _schedule.Begin(ProvisioningStep.AssignAddresses, ids[i], now);
            }

            return new Reservation(ids, order.Count - count);
        }
    }

    /// <summary>The account's instances, newest first
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79077">DescribeInstances</see>).</summary>
    public Page<Instance> DescribeInstances(long appId, InstanceFilter filter, PageWindow window)
    {
        lock (_gate)
        {
            Settle();
            return _instances.Query(_accounts.Get(appId).AppId, filter, window);
        }
    }

    /// <summary>Gives instances back: their addresses at once, their machines when the disks are wiped
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79074">TerminateInstances</see>).</summary>
    /// <exception cref="EdgeZoneException">None could be given back: ResourceNotFound.Instance or
    /// UnsupportedOperation.InvalidInstanceState, whichever the first one met.</exception>
    public TerminationOutcome TerminateInstances(long appId, IReadOnlyList<string> instanceIds)
    {
        ArgumentOutOfRangeException.ThrowIfZero(instanceIds.Count, nameof(instanceIds));
        lock (_gate)
        {
            var now = Settle();
            var account = _accounts.Get(appId);
            List<string> accepted = [];
            List<FailedTermination> failed = [];
            EdgeZoneException? first = null;
            foreach (var id in instanceIds.Distinct(StringComparer.Ordinal))
            {
                if (WhyNotTerminate(appId, id) is { } refusal)
                {
                    first ??= refusal;
                    failed.Add(new FailedTermination(id, refusal.Code, refusal.Message));
                }
                else
                {
                    Terminate(account, _instances.Find(id)!, now);
                    accepted.Add(id);
                }
            }

            return accepted.Count > 0 ? new TerminationOutcome(accepted, failed) : throw first!;
        }
    }

    /// <summary>Renames an instance, gives it another public address, or both, or neither when one of them is refused
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79075">ModifyInstanceAttribute</see>).</summary>
    /// <exception cref="EdgeZoneException">ResourceNotFound.Instance. InvalidParameter: the address is no address of the instance's network.
    /// FailedOperation: the instance's status does not allow it, or the address is in use.</exception>
    public void ModifyInstanceAttribute(long appId, InstanceChange change)
    {
        lock (_gate)
        {
            var now = Settle();
            var instance = _instances.FindOwned(appId, change.InstanceId) ?? throw Refusal.Instance.NotFound(change.InstanceId);
            if (change.Name is { } name)
            {
                if (!InstanceLifecycle.CanRename(instance.Status))
                {
                    throw Refusal.Instance.CannotRename(instance.InstanceId, instance.Status.Word());
                }

                instance = instance with { Name = name };
            }

            if (change.NewPublicIp is { } ip)
            {
                instance = Readdress(instance, ip, change.IpFamily, now);
            }

            _instances.Replace(instance);
        }
    }

    private Instance Readdress(Instance instance, string ip, IpFamily family, DateTimeOffset now)
    {
        if (!IpNotation.TryParse(ip, family, out var wanted))
        {
            throw Refusal.Parameter.Invalid("NewPublicIp", ip, $"it is not an {family} address");
        }

        if (!InstanceLifecycle.CanChangeAddress(instance.Status))
        {
            throw Refusal.Instance.CannotChangeAddress(instance.InstanceId, instance.Status.Word());
        }

        if (_publicNetworks.Find(instance.PublicNetworkId)!.Addresses(family) is not { } addresses || !addresses.Contains(wanted))
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

    private InstanceType ModelOffered(Account account, string zone, string instanceType)
    {
        if (_zones.Find(zone) is null || !account.MayUse(zone))
        {
            throw Refusal.Parameter.InvalidValue("Zone", zone, "the zone does not exist or is not open to the account");
        }

        return account.Instances.QuotaOf(zone, instanceType) is not null
            ? _instanceTypes[instanceType]
            : throw Refusal.Parameter.InvalidValue("InstanceType", instanceType, $"the instance type is not offered in zone {zone}");
    }

    private static T NetworkFor<T>(NetworkRegistry<T> networks, Account account, string zone, string parameter, string id)
        where T : NetworkInstance
    {
        var network = networks.FindOwned(account.AppId, id) ?? throw Refusal.Parameter.InvalidValue(parameter, id, "the network instance does not exist");
        return network.Zone == zone
            ? network
            : throw Refusal.Parameter.InvalidValue(parameter, id, $"the network instance is in zone {network.Zone}, not in {zone}");
    }

    private EdgeZoneException? WhyNotTerminate(long appId, string id)
    {
        if (_instances.FindOwned(appId, id) is not { } instance)
        {
            return Refusal.Instance.NotFound(id);
        }

        return InstanceLifecycle.CanTerminate(instance.Status) ? null : Refusal.Instance.CannotTerminate(id, instance.Status.Word());
    }

    private void Terminate(Account account, Instance instance, DateTimeOffset now)
    {
        var privateNetwork = _privateNetworks.Find(instance.PrivateNetworkId)!;
        var publicNetwork = _publicNetworks.Find(instance.PublicNetworkId)!;
        var ended = new AddressAssignment(privateNetwork, publicNetwork).Release(instance, now).After(InstanceTrigger.Terminated);
        _instances.Replace(ended);
        if (!InstanceLifecycle.CountsAsServer(ended.Status))
        {
            privateNetwork.Detach();
            publicNetwork.Detach();
        }

        if (!InstanceLifecycle.HoldsQuota(ended.Status))
        {
            account.Instances.GiveBack(instance.Zone, instance.InstanceType);
        }

        _machines.Of(instance.Zone, instance.InstanceType).StartWiping();
        _schedule.Begin(ProvisioningStep.WipeDisks, instance.InstanceId, now);
    }
}
