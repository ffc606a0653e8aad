using System.Text.Json.Nodes;
using EdgeZone.Emulator.CommandLine;

namespace EdgeZone.Emulator.Tests.CommandLine;

/// <summary>Parameters are spelled as tccli spells them, and sent as the API takes them.</summary>
public class CallParametersTests
{
    [Theory]
    [InlineData("", "{}")]
    [InlineData("--InstanceName 7 --InstanceCount 7", """{"InstanceName":"7","InstanceCount":7}""")]
    [InlineData("--InstanceName=a=b", """{"InstanceName":"a=b"}""")]
    [InlineData("--InstanceName=--x", """{"InstanceName":"--x"}""")]
    [InlineData("--InstanceName=", """{"InstanceName":""}""")]
    [InlineData("--InstanceCount many", """{"InstanceCount":"many"}""")]
    [InlineData("--InstanceCount -1", """{"InstanceCount":-1}""")]
    [InlineData("--Zone a --Zone b", """{"Zone":"b"}""")]
    [InlineData("--Nowhere 7", """{"Nowhere":"7"}""")]
    [InlineData("--Nowhere {\"A\":[1]}", """{"Nowhere":{"A":[1]}}""")]
    [InlineData(
        "--Filters.0.Name zone --Filters.0.Values.0 x --Filters.0.Values.1 y --Filters.1.Name z",
        """{"Filters":[{"Name":"zone","Values":["x","y"]},{"Name":"z"}]}""")]
    public void Of_an_order(string line, string json) => Assert.Equal(json, Read("CreateInstances", line).ToJsonString());

    [Theory]
    [InlineData("--InstanceIds a", """{"InstanceIds":["a"]}""")]
    [InlineData("--InstanceIds a --InstanceIds b", """{"InstanceIds":["a","b"]}""")]
    [InlineData("--InstanceIds [\"a\",\"b\"]", """{"InstanceIds":["a","b"]}""")]
    [InlineData("--InstanceIds []", """{"InstanceIds":[]}""")]
    [InlineData("--InstanceIds.0 a --InstanceIds.1 7", """{"InstanceIds":["a","7"]}""")]
    [InlineData("--Limit 1 --Offset 2", """{"Limit":1,"Offset":2}""")]
    public void Of_a_question(string line, string json) => Assert.Equal(json, Read("DescribeInstances", line).ToJsonString());

    [Fact]
    public void What_stands_on_the_command_line_overrides_the_file()
    {
        var parameters = new JsonObject { ["InstanceIds"] = new JsonArray("of the file"), ["Limit"] = 5 };

        CallParameters.Read("DescribeInstances", ["--InstanceIds", "a"], parameters);

        Assert.Equal("""{"InstanceIds":["a"],"Limit":5}""", parameters.ToJsonString());
    }

    [Theory]
    [InlineData("Zone a", "'Zone' is no parameter")]
    [InlineData("--Zone", "--Zone has no value")]
    [InlineData("--Zone --Limit 1", "--Zone has no value")]
    [InlineData("--", "'--' is no parameter")]
    [InlineData("--InstanceIds.1 a", "'1' is no place in a list")]
    public void What_makes_no_sense_is_named(string line, string complaint) =>
        Assert.StartsWith(complaint, Assert.Throws<FormatException>(() => Read("DescribeInstances", line)).Message);

    private static JsonObject Read(string action, string line)
    {
        var parameters = new JsonObject();
        CallParameters.Read(action, line.Split(' ', StringSplitOptions.RemoveEmptyEntries), parameters);
        return parameters;
    }
}
