using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>An answer as it came over the wire.</summary>
internal sealed class Answer
{
    private readonly Dictionary<string, string> _headers;

    private Answer(HttpStatusCode status, Dictionary<string, string> headers, byte[] body)
    {
        Status = status;
        _headers = headers;
        Body = Encoding.UTF8.GetString(body);
        Length = body.Length;
    }

    public HttpStatusCode Status { get; }

    /// <summary>The bytes, as text.</summary>
    public string Body { get; }

    public int Length { get; }

    public JsonNode Response => JsonNode.Parse(Body)!["Response"]!;

    public JsonNode? this[string member] => Response[member];

    /// <summary>The error's code, null for a success.</summary>
    public string? Code => (string?)Response["Error"]?["Code"];

    /// <summary>The error's message, null for a success.</summary>
    public string? Message => (string?)Response["Error"]?["Message"];

    public string RequestId => (string)Response["RequestId"]!;

    /// <summary>The ids of the instances that were made or found, in the order of the answer.</summary>
    public IReadOnlyList<string> InstanceIds => Response["InstanceIdSet"] is JsonArray ids
        ? [.. ids.Select(id => (string)id!)]
        : [.. Response["InstanceSet"]!.AsArray().Select(instance => (string)instance!["InstanceId"]!)];

    /// <summary>Whether the member is there, null or not.</summary>
    public bool Has(string member) => Response.Has(member);

    /// <summary>The member as text.</summary>
    public string Text(string member) => Response.Text(member);

    /// <summary>The member as a whole number.</summary>
    public long Number(string member) => Response.Number(member);

    /// <summary>The member as a list of texts.</summary>
    public string[] Texts(string member) => [.. Rows(member).Select(item => (string)item!)];

    /// <summary>The member as a list of objects.</summary>
    public JsonNode[] Rows(string member) => Response.Rows(member);

    /// <summary>One member of each object of a list.</summary>
    public string[] Column(string list, string member) => [.. Rows(list).Select(row => row.Text(member))];

    /// <summary>The header exactly as sent, null when there is none.</summary>
    public string? Header(string name) => _headers.GetValueOrDefault(name);

    public static async Task<Answer> FromAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            headers[header.Key] = header.Value.ToString();
        }

        return new Answer(response.StatusCode, headers, body);
    }

    /// <summary>Fails unless the call succeeded.</summary>
    public Answer Succeeded()
    {
        Assert.Equal(HttpStatusCode.OK, Status);
        Assert.True(Code is null, Body);
        return this;
    }

    /// <summary>Fails unless the call was refused with exactly this.</summary>
    public Answer Refused(string code, string message)
    {
        Refused(code);
        Assert.Equal(message, Message);
        return this;
    }

    /// <summary>Fails unless the call was refused with this code.</summary>
    public Answer Refused(string code)
    {
        Assert.Equal(HttpStatusCode.OK, Status);
        Assert.True(Code == code, $"Expected {code}, got {Body}");
        return this;
    }
}
