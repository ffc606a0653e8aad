using System.Text.Json;

namespace EdgeZone.Emulator.Tests.Callers;

/// <summary>What stands inside <c>Response</c>.</summary>
/// <param name="Response">The object.</param>
internal sealed record Answer(JsonElement Response)
{
    /// <summary>The error code; null for a success.</summary>
    public string? Code => Response.TryGetProperty("Error", out var error) ? error.GetProperty(nameof(Code)).GetString() : null;

    public string Message => Response.GetProperty("Error").GetProperty(nameof(Message)).GetString()!;

    public JsonElement this[string field] => Response.GetProperty(field);

    /// <summary>The member as text.</summary>
    public string Text(string field) => this[field].GetString()!;

    /// <summary>The member as a list of texts.</summary>
    public string[] Texts(string field) => [.. this[field].EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>The member as a list of objects.</summary>
    public JsonElement[] Rows(string field) => [.. this[field].EnumerateArray()];

    /// <summary>One member of each object of a list.</summary>
    public string[] Column(string field, string member) => [.. Rows(field).Select(row => row.GetProperty(member).GetString()!)];

    public bool Has(string field) => Response.TryGetProperty(field, out _);

    /// <summary>Itself, once it is a success.</summary>
    public Answer Succeeds()
    {
        Assert.True(Code is null, $"{Response}");
        return this;
    }

    /// <summary>Itself, once it is refused with that code.</summary>
    public Answer Refused(string code)
    {
        Assert.True(Code == code, $"Expected {code}, got {Response}");
        return this;
    }
}
