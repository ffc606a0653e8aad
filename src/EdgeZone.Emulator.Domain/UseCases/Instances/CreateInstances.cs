using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Instances;

/// <summary>Reserves machines; addresses and operating system follow when they are due
/// (<see href="https://www.tencentcloud.com/document/api/1230/79079">CreateInstances</see>).</summary>
/// <remarks>InvalidParameterValue: zone, model, network, image or version is not one the account may use.
/// LimitExceeded.InstanceQuota: the request as a whole exceeds the quota. ResourceInsufficient: not one machine is free.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="Order">What it orders; at least one instance.</param>
public sealed record CreateInstances(long AppId, InstanceOrder Order) : UseCase<Reservation>
{
    internal override Reservation Run(World world, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Order.Count, 1, nameof(Order));
        var account = world.Accounts.Get(AppId);
        var allowance = Allowance(world, account);
        var model = world.InstanceTypes[Order.InstanceType];
        var privateNetwork = NetworkFor(world.PrivateNetworks, "PrivateNetworkId", Order.PrivateNetworkId);
        var publicNetwork = NetworkFor(world.PublicNetworks, "PublicNetworkId", Order.PublicNetworkId);
        var (imageId, version) = world.Images.Choose(Order.ImageId, Order.VersionNumber);
        allowance.Admit(Order.Count);

        var stock = world.Machines.Of(Order.Zone, model.Code);
        var faults = world.FaultyMachines;
        var count = Math.Min(faults is null ? Order.Count : Enumerable.Range(1, Order.Count).Count(index => !faults.IsUnavailable(index)), stock.Free);
        if (count == 0)
        {
            throw Refusal.Instance.OutOfStock(model.Code, Order.Zone);
        }

        if (account.BillIn(Order.Zone))
        {
            world.Events.Add(EventKind.BillingStarted, now, Order.Zone.ToString(), before: null, after: "on");
        }

        ReportDecisions(world.Events, now, allowance, stock.Free, count, imageId, version);

        // Of what lives as long as the instances, nothing is the call's own: zone and networks are those that there are.
        var terms = new OrderTerms(AppId, privateNetwork.Zone, model, imageId, version, privateNetwork.Id, publicNetwork.Id, Order.EnableIpv6);
        var ids = new InstanceId[count];
        var index = 0;
        for (var i = 0; i < count; i++)
        {
            for (index++; faults?.IsUnavailable(index) is true; index++)
            {
                continue;
            }

            var machine = stock.TryBind()!.Value;
            var number = world.Instances.Add(terms, Order.Name, machine, now);
            ids[i] = world.Instances.IdOf(number);
            allowance.Used++;
            privateNetwork.Attach();
            publicNetwork.Attach();
            world.Events.Add(EventKind.InstanceCreated, now, ids[i].ToString(), before: null, InstanceStatus.Allocating.Word(), world.Machines.IdOf(machine));
            world.BeginFaulty(faults?.WorkOf(index, isWipe: false), number, now);
            world.Schedule.Begin(ProvisioningStep.AssignAddresses, number, now);
        }

        return new Reservation(ids, Order.Count - count);
    }

    private void ReportDecisions(EventLog events, DateTimeOffset now, InstanceAllowance allowance, int free, int count, string imageId, string version)
    {
        var (zone, used, quota) = (Order.Zone.ToString(), allowance.Used, allowance.Quota);
        var limit = quota > 0 ? $"{Order.InstanceType}, at most {quota}" : $"{Order.InstanceType}, without a limit";
        var wanted = count == Order.Count ? Order.InstanceType : $"{Order.InstanceType}, {Order.Count} were wanted";
        events.Add(EventKind.QuotaTaken, now, zone, $"{used}", $"{used + count}", limit);
        events.Add(EventKind.MachinesReserved, now, zone, $"{free}", $"{free - count}", wanted);
        events.Add(EventKind.ImageChosen, now, imageId, before: null, version, (Order.ImageId, Order.VersionNumber) switch
        {
            (null, null) => "The default image, its newest version",
            (null, _) => "The default image",
            (_, null) when version.Length > 0 => "Its newest version",
            _ => null,
        });
    }

    private InstanceAllowance Allowance(World world, Account account)
    {
        if (world.Zones.Find(Order.Zone) is null || !account.MayUse(Order.Zone))
        {
            throw Refusal.Parameter.InvalidValue("Zone", Order.Zone.ToString(), "the zone does not exist or is not open to the account");
        }

        return account.Instances.Offered(Order.Zone, Order.InstanceType)
            ?? throw Refusal.Parameter.InvalidValue("InstanceType", Order.InstanceType, $"the instance type is not offered in zone {Order.Zone}");
    }

    private T NetworkFor<T>(NetworkRegistry<T> networks, string parameter, NetworkId id)
        where T : NetworkInstance
    {
        var network = networks.FindOwned(AppId, id) ?? throw Refusal.Parameter.InvalidValue(parameter, id.ToString(), "the network instance does not exist");
        return network.Zone == Order.Zone
            ? network
            : throw Refusal.Parameter.InvalidValue(parameter, id.ToString(), $"the network instance is in zone {network.Zone}, not in {Order.Zone}");
    }
}
