using System.Text.Json.Nodes;

namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>Members of an object that have to be there.</summary>
internal static class Members
{
    /// <summary>Whether the member is there, null or not.</summary>
    public static bool Has(this JsonNode node, string member) => node.AsObject().ContainsKey(member);

    public static string Text(this JsonNode node, string member) => (string)node.There(member)!;

    public static long Number(this JsonNode node, string member) => (long)node.There(member)!;

    public static double Decimal(this JsonNode node, string member) => (double)node.There(member)!;

    public static bool Flag(this JsonNode node, string member) => (bool)node.There(member)!;

    public static JsonNode[] Rows(this JsonNode node, string member) => [.. node.There(member)!.AsArray().Select(row => row!)];

    /// <summary>The member, which may be null but not absent.</summary>
    public static JsonNode? There(this JsonNode node, string member)
    {
        Assert.True(node.Has(member), $"No {member} in {node.ToJsonString()}");
        return node[member];
    }
}
