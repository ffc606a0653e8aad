using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>What the parts of a seed have to have in common. What it refuses would fail, or be held twice, in every sandbox.</summary>
internal sealed class SeedConsistency(WorldSeed seed)
{
    /// <exception cref="SeedException">Something contradicts something else.</exception>
    public void Check()
    {
        CheckNames();
        CheckReferences();
        CheckQuotas();
        CheckBlocks();
        CheckPrivateNetworks();
        new SeededPublicNetworks(seed).Check();
    }

    private void CheckNames()
    {
        Named(seed.Zones, (zone, i) => new Part($"Zones[{i}].Code", zone.Code));
        Once(seed.Zones, (zone, i) => new Part($"Zones[{i}].Id", zone.Id));
        Named(seed.InstanceTypes, (type, i) => new Part($"InstanceTypes[{i}].Code", type.Code));
        Named(seed.Images, (image, i) => new Part($"Images[{i}].Id", image.Id));
        for (var i = 0; i < seed.Images.Count; i++)
        {
            Named(seed.Images[i].Versions, (version, j) => new Part($"Images[{i}].Versions[{j}]", version));
        }

        Named(seed.PrivateNetworks, (network, i) => new Part($"PrivateNetworks[{i}].Id", network.Id));
        Named(seed.PublicNetworks, (network, i) => new Part($"PublicNetworks[{i}].Id", network.Id));
        // An account has one network of a kind in a zone.
        Once(seed.PrivateNetworks, (network, i) => new Part($"PrivateNetworks[{i}].Zone", network.Zone));
        Once(seed.PublicNetworks, (network, i) => new Part($"PublicNetworks[{i}].Order.Zone", network.Order.Zone));

        Once(seed.Racks, (rack, i) => new Part($"Racks[{i}].InstanceType", (rack.Zone, rack.InstanceType)));
        Once(seed.AddressBlocks, (blocks, i) => new Part($"AddressBlocks[{i}].Zone", blocks.Zone));
        Once(seed.Accounts.OpenZones.Cast<object>(), (zone, i) => new Part($"Accounts.OpenZones[{i}]", zone));
        Once(seed.Accounts.InstanceQuotas, (quota, i) => new Part($"Accounts.InstanceQuotas[{i}].InstanceType", (quota.Zone, quota.InstanceType)));
        Once(seed.Accounts.AddressQuotas, (quota, i) => new Part($"Accounts.AddressQuotas[{i}].Zone", quota.Zone));
    }

    private void CheckReferences()
    {
        Known("zone", seed.Zones.Select(zone => $"{zone.Code}"), [
            .. seed.Racks.Select((rack, i) => new Part($"Racks[{i}].Zone", rack.Zone)),
            .. seed.Accounts.OpenZones.Cast<object>().Select((zone, i) => new Part($"Accounts.OpenZones[{i}]", zone)),
            .. seed.Accounts.InstanceQuotas.Select((quota, i) => new Part($"Accounts.InstanceQuotas[{i}].Zone", quota.Zone)),
            .. seed.Accounts.AddressQuotas.Select((quota, i) => new Part($"Accounts.AddressQuotas[{i}].Zone", quota.Zone)),
            .. seed.AddressBlocks.Select((blocks, i) => new Part($"AddressBlocks[{i}].Zone", blocks.Zone)),
            .. seed.PrivateNetworks.Select((network, i) => new Part($"PrivateNetworks[{i}].Zone", network.Zone)),
            .. seed.PublicNetworks.Select((network, i) => new Part($"PublicNetworks[{i}].Order.Zone", network.Order.Zone)),
        ]);
        Known("instance type", seed.InstanceTypes.Select(type => type.Code), [
            .. seed.Racks.Select((rack, i) => new Part($"Racks[{i}].InstanceType", rack.InstanceType)),
            .. seed.Accounts.InstanceQuotas.Select((quota, i) => new Part($"Accounts.InstanceQuotas[{i}].InstanceType", quota.InstanceType)),
        ]);
        Known("image", seed.Images.Select(image => image.Id), [new Part("DefaultImageId", seed.DefaultImageId)]);
    }

    private void CheckQuotas()
    {
        for (var i = 0; i < seed.Accounts.AddressQuotas.Count; i++)
        {
            Require(!(seed.Accounts.AddressQuotas[i].Ipv4 < 0), $"Accounts.AddressQuotas[{i}].Ipv4", "is negative");
            Require(!(seed.Accounts.AddressQuotas[i].Ipv6 < 0), $"Accounts.AddressQuotas[{i}].Ipv6", "is negative");
        }

        for (var i = 0; i < seed.Racks.Count; i++)
        {
            Require(seed.Racks[i].Machines >= 0, $"Racks[{i}].Machines", "is negative");
        }
    }

    // An address of two blocks would be given to two networks. Blocks begin and end at multiples of their size: two are apart or one is in the other.
    private void CheckBlocks()
    {
        var blocks = seed.AddressBlocks.SelectMany((of, i) => new (string Place, IpFamily Family, Subnet? Block)[]
        {
            ($"AddressBlocks[{i}].StaticIpv4", IpFamily.Ipv4, of.StaticIpv4),
            ($"AddressBlocks[{i}].DynamicIpv4", IpFamily.Ipv4, of.DynamicIpv4),
            ($"AddressBlocks[{i}].StaticIpv6", IpFamily.Ipv6, of.StaticIpv6),
            ($"AddressBlocks[{i}].DynamicIpv6", IpFamily.Ipv6, of.DynamicIpv6),
        }).Where(one => one.Block is not null).ToArray();
        foreach (var (place, family, block) in blocks)
        {
            Require(block!.Family == family, place, $"is '{block}', a block of the other family of addresses");
        }

        foreach (var family in blocks.GroupBy(one => one.Family))
        {
            var sorted = family.OrderBy(one => one.Block!.Network).ThenByDescending(one => one.Block!.Size).ToArray();
            for (var i = 1; i < sorted.Length; i++)
            {
                Require(
                    sorted[i].Block!.Network > sorted[i - 1].Block!.Last, sorted[i].Place, $"is '{sorted[i].Block}', which overlaps '{sorted[i - 1].Block}'");
            }
        }
    }

    private void CheckPrivateNetworks()
    {
        for (var i = 0; i < seed.PrivateNetworks.Count; i++)
        {
            var subnet = seed.PrivateNetworks[i].Subnet;
            var reason = PrivateSubnets.WhyNot(subnet.NetworkText, subnet.PrefixLength);
            Require(reason is null, $"PrivateNetworks[{i}].Subnet", $"is '{subnet}': {reason}");
        }
    }

    // Whoever calls has to be able to spell it, and whoever reads it in a list to see it.
    private static void Named<T>(IEnumerable<T> parts, Func<T, int, Part> nameOf)
    {
        foreach (var part in parts.Select(nameOf))
        {
            Require(!string.IsNullOrWhiteSpace(part.Text), part.Place, "is blank");
            Require(!part.Text.Any(IsControl), part.Place, $"is '{part.Text}', which has a control character or a line end in it");
        }

        Once(parts, nameOf);
    }

    private static bool IsControl(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';

    private static void Once<T>(IEnumerable<T> parts, Func<T, int, Part> valueOf)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts.Select(valueOf))
        {
            Require(seen.Add(part.Text), part.Place, $"is '{part.Text}' for the second time");
        }
    }

    private static void Known(string kind, IEnumerable<string> names, IEnumerable<Part> parts)
    {
        var known = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (var part in parts)
        {
            Require(known.Contains(part.Text), part.Place, $"names the {kind} '{part.Text}', which the seed does not define");
        }
    }

    private static void Require(bool holds, string place, string otherwise)
    {
        if (!holds)
        {
            throw new SeedException(place, otherwise);
        }
    }

    /// <summary>A name or another value, and where it stands. As text, whatever its type: each further type costs a start the compilation of all that is done with it.</summary>
    private sealed class Part(string place, object? value)
    {
        public string Place => place;

        public string Text { get; } = value?.ToString() ?? "";
    }
}
