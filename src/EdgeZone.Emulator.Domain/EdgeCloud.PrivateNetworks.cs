using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Paging;

namespace EdgeZone.Emulator.Domain;

public sealed partial class EdgeCloud
{
    /// <summary>Creates the account's private network in a zone
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79090">CreatePrivateNetworkInstance</see>).</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="EdgeZoneException">InvalidParameter: unknown zone. InvalidParameterValue.InvalidNetwork: no legal private subnet.
    /// FailedOperation.PrivateInstanceDuplicate: the account has one in the zone.</exception>
    public string CreatePrivateNetworkInstance(long appId, PrivateNetworkOrder order)
    {
        lock (_gate)
        {
            var now = Settle();
            var account = _accounts.Get(appId);
            var zone = ZoneOpenTo(account, order.Zone) ?? throw Refusal.Parameter.Invalid("ZoneId", order.Zone, ZoneNotOpen);
            var subnet = PrivateSubnets.Accept(order.Network, order.Mask);
            if (_privateNetworks.FindInZone(appId, zone.Code) is { } existing)
            {
                throw Refusal.PrivateNetwork.Duplicate(existing.Id, zone.Code);
            }

            var id = UnusedId(_privateNetworkIds, _privateNetworks);
            AddPrivateNetwork(id, appId, zone.Code, order.Name, subnet, now);
            return id;
        }
    }

    /// <summary>Renames a private network
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79065">ModifyPrivateNetworkInstance</see>).</summary>
    /// <exception cref="EdgeZoneException">ResourceNotFound.PrivateInstanceNotFound.</exception>
    public void ModifyPrivateNetworkInstance(long appId, string id, string name)
    {
        lock (_gate)
        {
            var now = Settle();
            OwnPrivateNetwork(appId, id).Rename(name, now);
        }
    }

    /// <summary>Deletes a private network without servers
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79065">DeletePrivateNetworkInstance</see>).</summary>
    /// <exception cref="EdgeZoneException">ResourceNotFound.PrivateInstanceNotFound; ResourceInUse.PrivateInstanceInUse: it has servers.</exception>
    public void DeletePrivateNetworkInstance(long appId, string id)
    {
        lock (_gate)
        {
            Settle();
            var network = OwnPrivateNetwork(appId, id);
            if (network.ServerCount > 0)
            {
                throw Refusal.PrivateNetwork.InUse(id, network.ServerCount);
            }

            _privateNetworks.Remove(network);
        }
    }

    /// <summary>The account's private networks, newest first
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79065">DescribePrivateNetworkInstances</see>).</summary>
    public Page<PrivateNetworkView> DescribePrivateNetworkInstances(long appId, NetworkFilter filter, PageWindow window)
    {
        lock (_gate)
        {
            Settle();
            return Page<PrivateNetworkView>.Of([.. _privateNetworks.Matching(appId, WithZoneCode(filter)).Select(network => network.View())], window);
        }
    }

    private PrivateNetwork OwnPrivateNetwork(long appId, string id) =>
        _privateNetworks.FindOwned(appId, id) ?? throw Refusal.PrivateNetwork.NotFound(id);
}
