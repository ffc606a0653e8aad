using System.Globalization;
using System.Text.Json;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Contract;

/// <summary>Holds answers against the contract of one edition and remembers which parts of it they showed.</summary>
internal sealed class AnswerShape(string edition)
{
    private readonly HashSet<string> _seen = [];

    /// <summary>What the contract promises and no answer has shown: a shape, a member that may be left out, a null.</summary>
    public IEnumerable<string> Unseen()
    {
        var places = ApiContract.Actions.Select(action => (action.Name, action.Response)).Concat(ApiContract.Shapes.Select(shape => (shape.Key, shape.Value)));
        foreach (var (place, fields) in places)
        {
            if (!_seen.Contains(place))
            {
                yield return place;
            }

            foreach (var field in fields.Where(field => field.Editions.Contains(edition)))
            {
                var name = $"{place}.{field.Name}";
                if (!_seen.Contains(name))
                {
                    yield return name;
                }

                if (field.Omitted is not null && !_seen.Contains($"{name} left out"))
                {
                    yield return $"{name} left out";
                }

                if (field.Nullable is not null && !_seen.Contains($"{name} null"))
                {
                    yield return $"{name} null";
                }
            }
        }
    }

    /// <summary>Every declared member is there with its type, and none that is not declared.</summary>
    public void Check(string action, Answer answer)
    {
        using var document = JsonDocument.Parse(answer.Body);
        var response = document.RootElement.GetProperty("Response");
        Assert.Equal(JsonValueKind.String, response.GetProperty("RequestId").ValueKind);
        Assert.True(Guid.TryParse(response.GetProperty("RequestId").GetString(), out _));
        Check(action, ApiContract.Action(action).Response, response, "RequestId");
    }

    private void Check(string place, IReadOnlyList<ContractField> fields, JsonElement value, params string[] further)
    {
        Assert.True(value.ValueKind == JsonValueKind.Object, $"{place} is {value}");
        _seen.Add(place);
        ContractField[] declared = [.. fields.Where(field => field.Editions.Contains(edition))];
        Assert.Empty(value.EnumerateObject().Select(member => member.Name).Except([.. declared.Select(field => field.Name), .. further]));
        foreach (var field in declared)
        {
            var name = $"{place}.{field.Name}";
            if (value.TryGetProperty(field.Name, out var member))
            {
                Check(name, field, member);
                continue;
            }

            Assert.True(field.Omitted is not null, $"{name} is missing: {value}");
            _seen.Add($"{name} left out");
        }
    }

    private void Check(string name, ContractField field, JsonElement member)
    {
        if (member.ValueKind == JsonValueKind.Null)
        {
            Assert.True(field.Nullable is not null, $"{name} is null");
            _seen.Add($"{name} null");
            return;
        }

        _seen.Add(name);
        if (!field.Type.EndsWith("[]", StringComparison.Ordinal))
        {
            CheckOne(name, field.Type, member);
            return;
        }

        Assert.True(member.ValueKind == JsonValueKind.Array, $"{name} is {member}");
        foreach (var item in member.EnumerateArray())
        {
            CheckOne(name, field.Type[..^2], item);
        }
    }

    private void CheckOne(string name, string type, JsonElement value)
    {
        if (ApiContract.Shapes.TryGetValue(type, out var fields))
        {
            Check(type, fields, value);
            return;
        }

        var text = value.GetRawText();
        Assert.True(
            type switch
            {
                "string" => value.ValueKind == JsonValueKind.String,
                "int64" => value.ValueKind == JsonValueKind.Number && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
                "uint64" => value.ValueKind == JsonValueKind.Number && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
                "float" => value.ValueKind == JsonValueKind.Number,
                _ => false,
            },
            $"{name} is {text}, not {type}");
    }
}
