using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Paging;

namespace EdgeZone.Emulator.Domain;

public sealed partial class EdgeCloud
{
    /// <summary>Creates the account's public network in a zone; a BGP or OSPF one gets its range at once
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79089">CreatePublicNetworkInstance</see>).</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="EdgeZoneException">ResourceNotFound.ZoneNotFound. FailedOperation.PublicInstanceDuplicate: the account has one in the zone.
    /// For BGP and OSPF: LimitExceeded.QuotaNotConfigured, InvalidParameter.InvalidQuota, ResourceInsufficient.NoAvailableCidr.</exception>
    public string CreatePublicNetworkInstance(long appId, PublicNetworkOrder order)
    {
        lock (_gate)
        {
            var now = Settle();
            var account = _accounts.Get(appId);
            var zone = ZoneOpenTo(account, order.Zone) ?? throw Refusal.Zone.UnknownToPublicNetwork(order.Zone);
            if (_publicNetworks.FindInZone(appId, zone.Code) is { } existing)
            {
                throw Refusal.PublicNetwork.Duplicate(existing.Id, zone.Code);
            }

            var addresses = TakeAddresses(account, zone.Code, order.RouteMode);
            return AddPublicNetwork(UnusedId(_publicNetworkIds, _publicNetworks), appId, zone.Code, order, addresses, now).Id;
        }
    }

    /// <summary>Renames a public network
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79065">ModifyPublicNetworkInstance</see>).</summary>
    /// <exception cref="EdgeZoneException">ResourceNotFound.PublicInstanceNotFound.</exception>
    public void ModifyPublicNetworkInstance(long appId, string id, string name)
    {
        lock (_gate)
        {
            var now = Settle();
            OwnPublicNetwork(appId, id).Rename(name, now);
        }
    }

    /// <summary>Deletes a public network without servers and applied addresses; the range of a BGP or OSPF one goes back to the zone
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79087">DeletePublicNetworkInstance</see>).</summary>
    /// <exception cref="EdgeZoneException">ResourceNotFound.PublicInstanceNotFound; ResourceInUse.PublicInstanceInUse: it has servers or addresses.</exception>
    public void DeletePublicNetworkInstance(long appId, string id)
    {
        lock (_gate)
        {
            Settle();
            var network = OwnPublicNetwork(appId, id);
            if (network.ServerCount > 0 || network.Applied > 0)
            {
                throw Refusal.PublicNetwork.InUse(id, network.ServerCount, network.Applied);
            }

            _addresses[network.Zone].ReturnRanges(network);
            _publicNetworks.Remove(network);
        }
    }

    /// <summary>The account's public networks, newest first
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79065">DescribePublicNetworkInstances</see>).</summary>
    /// <exception cref="EdgeZoneException">ResourceNotFound.PublicInstanceNotFound: the id asked for is none of the account's networks.</exception>
    public Page<PublicNetworkView> DescribePublicNetworkInstances(long appId, NetworkFilter filter, PageWindow window)
    {
        lock (_gate)
        {
            Settle();
            if (filter.Id is { } id)
            {
                OwnPublicNetwork(appId, id);
            }

            return Page<PublicNetworkView>.Of([.. _publicNetworks.Matching(appId, WithZoneCode(filter)).Select(network => network.View())], window);
        }
    }

    private PublicNetwork OwnPublicNetwork(long appId, string id) =>
        _publicNetworks.FindOwned(appId, id) ?? throw Refusal.PublicNetwork.NotFound(id);
}
