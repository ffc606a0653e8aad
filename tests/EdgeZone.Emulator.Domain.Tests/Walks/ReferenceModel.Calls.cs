using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Tests.Walks;

/// <summary>What each call should answer.</summary>
internal sealed partial class ReferenceModel
{
    private static readonly Dictionary<(ZoneCode Zone, string Type), int> Quotas = new()
    {
        [(World.Guangzhou1, World.Medium)] = 4,
        [(World.Guangzhou1, World.Large)] = int.MaxValue,
        [(World.Guangzhou1, World.OutOfStock)] = 4,
        [(World.Guangzhou2, World.Large)] = 5,
    };

    private static readonly Dictionary<(ZoneCode Zone, bool Ipv6), (int Quota, int Pool)> AddressLimits = new()
    {
        [(World.Guangzhou1, false)] = (13, 13),
        [(World.Guangzhou1, true)] = (8, int.MaxValue),
        [(World.Guangzhou2, false)] = (200, 253),
    };

    /// <summary>The code of the refusal, or null and what the call changes once it is known which ids and addresses it gave.</summary>
    public (string? Code, Action Effect) Expect(Step step, Walker walker, DateTimeOffset now)
    {
        var account = Walker.Pick(Walker.Accounts, step.A);
        var publicId = Walker.PickRecent(walker.PublicIds, step.B);
        var privateId = Walker.PickRecent(walker.PrivateIds, step.B);
        var ownPublic = _publics.Find(network => network.Id == publicId && network.AppId == account);
        var ownPrivate = _privates.Find(network => network.Id == privateId && network.AppId == account);
        return step.Call switch
        {
            Call.CreateInstances => Create(step, walker, account, now),
            Call.TerminateInstances => Terminate(account, [.. walker.TerminatedBy(step).Distinct()], now),
            Call.ModifyInstance => Modify(account, walker.ChangeBy(step)),
            Call.ApplyPublicIps => Apply(account, publicId, 1 + (step.C / 3), step.C % 3 == 2, walker),
            Call.ReleasePublicIps => Release(account, publicId, walker.ReleasedBy(step)),
            Call.CreatePublicNetwork => CreatePublic(account, walker.PublicOrderOf(step), walker),
            Call.CreatePrivateNetwork => CreatePrivate(account, walker.PrivateOrderOf(step), walker),
            Call.DeletePublicNetwork when ownPublic is null => Refuse("ResourceNotFound.PublicInstanceNotFound"),
            Call.DeletePublicNetwork when ownPublic.Ips.Count > 0 || ServersOf(ownPublic) > 0 => Refuse("ResourceInUse.PublicInstanceInUse"),
            Call.DeletePublicNetwork => (null, () => _publics.Remove(ownPublic)),
            Call.DeletePrivateNetwork when ownPrivate is null => Refuse("ResourceNotFound.PrivateInstanceNotFound"),
            Call.DeletePrivateNetwork when ServersOf(ownPrivate) > 0 => Refuse("ResourceInUse.PrivateInstanceInUse"),
            Call.DeletePrivateNetwork => (null, () => _privates.Remove(ownPrivate)),
            Call.ModifyPublicNetwork when ownPublic is null => Refuse("ResourceNotFound.PublicInstanceNotFound"),
            Call.ModifyPublicNetwork => (null, () => ownPublic.Name = $"name{step.C}"),
            Call.ModifyPrivateNetwork when ownPrivate is null => Refuse("ResourceNotFound.PrivateInstanceNotFound"),
            Call.ModifyPrivateNetwork => (null, () => ownPrivate.Name = $"name{step.C}"),
            Call.CreateEdgeNodeService when Walker.Pick(Walker.Zones, step.B) == World.Closed => Refuse("ResourceNotFound.Zone"),
            Call.CreateEdgeNodeService => (null, () => _billed.Add((account, Walker.Pick(Walker.Zones, step.B)))),
            Call.SetStock => (null, () => _free[(Walker.Pick(Walker.Zones, step.B), Walker.Pick(Walker.Models[..3], step.C))] = step.A % 5),
            _ => (null, () => { }),
        };
    }

    private static (string? Code, Action Effect) Accept(Action effect) => (null, effect);

    private static (string? Code, Action Effect) Refuse(string code) => (code, () => { });

    private (string? Code, Action Effect) Create(Step step, Walker walker, long account, DateTimeOffset now)
    {
        var order = walker.OrderOf(step);
        if (!Quotas.TryGetValue((order.Zone, order.InstanceType), out var quota)
            || !_privates.Any(network => network.Id == order.PrivateNetworkId && network.AppId == account && network.Zone == order.Zone)
            || !_publics.Any(network => network.Id == order.PublicNetworkId && network.AppId == account && network.Zone == order.Zone))
        {
            return Refuse("InvalidParameterValue");
        }

        var used = _instances.Count(
            other => other.AppId == account && other.Zone == order.Zone && other.Type == order.InstanceType && other.Status != "terminating");
        if (order.Count > quota - used)
        {
            return Refuse("LimitExceeded.InstanceQuota");
        }

        var count = Math.Min(order.Count, FreeOf(order.Zone, order.InstanceType));
        if (count == 0)
        {
            return Refuse("ResourceInsufficient");
        }

        return Accept(() =>
        {
            _billed.Add((account, order.Zone));
            ChangeFree(order.Zone, order.InstanceType, -count);
            foreach (var id in walker.InstanceIds.TakeLast(count))
            {
                var instance = new ModelInstance
                {
                    Id = id,
                    AppId = account,
                    Zone = order.Zone,
                    Type = order.InstanceType,
                    WantsIpv6 = order.EnableIpv6,
                    Private = order.PrivateNetworkId,
                    Public = order.PublicNetworkId,
                };
                _instances.Add(instance);
                Schedule(now.AddSeconds(1), "assign", instance);
            }
        });
    }

    private (string? Code, Action Effect) Terminate(long account, List<InstanceId> ids, DateTimeOffset now)
    {
        var own = ids.Select(id => _instances.Find(instance => instance.Id == id && instance.AppId == account)).ToList();
        var accepted = own.OfType<ModelInstance>().Where(instance => instance.Status is "running" or "error").ToList();
        if (accepted.Count == 0)
        {
            return Refuse(own[0] is null ? "ResourceNotFound.Instance" : "UnsupportedOperation.InvalidInstanceState");
        }

        return Accept(() =>
        {
            foreach (var instance in accepted)
            {
                foreach (var ip in _publics.Single(network => network.Id == instance.Public).Ips.Where(ip => ip.Value == instance.Id)
                    .Select(ip => ip.Key)
                    .ToList())
                {
                    _publics.Single(network => network.Id == instance.Public).Ips[ip] = InstanceId.None;
                }

                foreach (var kind in instance.Addresses.Keys.ToList())
                {
                    instance.Addresses[kind] = "";
                }

                (instance.Private, instance.Public, instance.Status) = (NetworkId.None, NetworkId.None, "terminating");
                Schedule(now.AddSeconds(2), "wipe", instance);
            }
        });
    }

    private (string? Code, Action Effect) Modify(long account, Domain.Instances.InstanceChange change)
    {
        if (_instances.Find(other => other.Id == change.InstanceId && other.AppId == account) is not { } instance)
        {
            return Refuse("ResourceNotFound.Instance");
        }

        if (change.Name is not null && instance.Status == "terminating")
        {
            return Refuse("FailedOperation");
        }

        void Rename() => instance.Name = change.Name ?? instance.Name;
        if (change.NewPublicIp is not { } ip)
        {
            return (null, Rename);
        }

        if (ip == "x")
        {
            return Refuse("InvalidParameter");
        }

        if (IsIpv6(ip) && !instance.WantsIpv6)
        {
            return Refuse("InvalidParameter");
        }

        if (instance.Status != "running")
        {
            return Refuse("FailedOperation");
        }

        var network = _publics.Single(other => other.Id == instance.Public);
        if (!network.Ips.TryGetValue(ip, out var server))
        {
            return Refuse("InvalidParameter");
        }

        if (server != InstanceId.None && server != instance.Id)
        {
            return Refuse("FailedOperation");
        }

        return Accept(() =>
        {
            Rename();
            var kind = IsIpv6(ip) ? "public6" : "public4";
            if (instance.Addresses[kind].Length > 0)
            {
                network.Ips[instance.Addresses[kind]] = InstanceId.None;
            }

            network.Ips[ip] = instance.Id;
            instance.Addresses[kind] = ip;
        });
    }

    private (string? Code, Action Effect) Apply(long account, NetworkId id, int count, bool ipv6, Walker walker)
    {
        if (_publics.Find(other => other.Id == id && other.AppId == account) is not { } network)
        {
            return Refuse("InvalidParameter");
        }

        if (network.Mode != RouteMode.Static)
        {
            return Refuse("FailedOperation.NotSupportedForDynamicInstance");
        }

        if (!AddressLimits.TryGetValue((network.Zone, ipv6), out var limits))
        {
            return Refuse(ipv6 ? "LimitExceeded.Ipv6QuotaNotConfigured" : "LimitExceeded.QuotaNotConfigured");
        }

        if (network.Ips.Keys.Count(ip => IsIpv6(ip) == ipv6) + count > limits.Quota)
        {
            return Refuse(ipv6 ? "LimitExceeded.Ipv6QuotaExceeded" : "LimitExceeded.QuotaExceeded");
        }

        if (_publics.Where(other => other.Zone == network.Zone).SelectMany(other => other.Ips.Keys).Count(ip => IsIpv6(ip) == ipv6) + count > limits.Pool)
        {
            return Refuse(ipv6 ? "ResourceInsufficient.PublicIpv6Insufficient" : "ResourceInsufficient.PublicIpInsufficient");
        }

        return Accept(() =>
        {
            foreach (var ip in walker.Ips.TakeLast(count))
            {
                network.Ips.Add(ip, InstanceId.None);
            }
        });
    }

    private (string? Code, Action Effect) Release(long account, NetworkId id, IReadOnlyList<string> ips)
    {
        if (_publics.Find(other => other.Id == id) is not { } network)
        {
            return Refuse("ResourceNotFound.PublicInstanceNotFound");
        }

        if (network.AppId != account)
        {
            return Refuse("UnauthorizedOperation.PermissionDenied");
        }

        if (network.Mode != RouteMode.Static)
        {
            return Refuse("FailedOperation.NotSupportedForDynamicInstance");
        }

        var ipv6 = IsIpv6(ips[0]);
        if (ips.Any(ip => !network.Ips.ContainsKey(ip) || IsIpv6(ip) != ipv6))
        {
            return Refuse(ipv6 ? "InvalidParameterValue.PublicIpv6NotAvailable" : "InvalidParameterValue.PublicIpNotAvailable");
        }

        if (ips.Any(ip => network.Ips[ip] != InstanceId.None))
        {
            return Refuse("FailedOperation.IpStillBoundToServer");
        }

        return Accept(() =>
        {
            foreach (var ip in ips)
            {
                network.Ips.Remove(ip);
            }
        });
    }

    private (string? Code, Action Effect) CreatePublic(long account, PublicNetworkOrder order, Walker walker)
    {
        var zone = new ZoneCode(order.Zone);
        if (zone == World.Closed)
        {
            return Refuse("ResourceNotFound.ZoneNotFound");
        }

        if (_publics.Any(other => other.AppId == account && other.Zone == zone))
        {
            return Refuse("FailedOperation.PublicInstanceDuplicate");
        }

        var ranges = Enumerable.Range(0, 2)
            .Except(_publics.Where(other => other.Zone == zone && other.Mode != RouteMode.Static).Select(other => other.Number))
            .ToList();
        if (order.RouteMode != RouteMode.Static)
        {
            if (zone == World.Chengdu)
            {
                return Refuse("LimitExceeded.QuotaNotConfigured");
            }

            if (zone == World.Guangzhou2)
            {
                return Refuse("InvalidParameter.InvalidQuota");
            }

            if (ranges.Count == 0)
            {
                return Refuse("ResourceInsufficient.NoAvailableCidr");
            }
        }

        return (null, () => _publics.Add(new ModelNetwork
        {
            Id = walker.PublicIds[^1],
            AppId = account,
            Zone = zone,
            Name = order.Name,
            Mode = order.RouteMode,
            Number = order.RouteMode == RouteMode.Static ? 0 : ranges[0],
        }));
    }

    private (string? Code, Action Effect) CreatePrivate(long account, PrivateNetworkOrder order, Walker walker)
    {
        var zone = new ZoneCode(order.Zone);
        if (zone == World.Closed)
        {
            return Refuse("InvalidParameter");
        }

        if (order.Mask > 28)
        {
            return Refuse("InvalidParameterValue.InvalidNetwork");
        }

        if (_privates.Any(other => other.AppId == account && other.Zone == zone))
        {
            return Refuse("FailedOperation.PrivateInstanceDuplicate");
        }

        return (null, () => _privates.Add(new ModelNetwork
        {
            Id = walker.PrivateIds[^1],
            AppId = account,
            Zone = zone,
            Name = order.Name,
            Mask = (int)order.Mask,
            Number = _privateCount++,
        }));
    }
}
