using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>What counts as a parameter of which type.</summary>
public class ParameterEdgeCaseTests
{
    private const string Order = """ "Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","InstanceName":"web","PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001" """;

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("true")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{'a':1}")]
    [InlineData("{\"Limit\":01}")]
    [InlineData("{\"Limit\":1,}")]
    [InlineData("{/* */}")]
    [InlineData("{\"Limit\":NaN}")]
    public async Task A_body_has_to_be_one_json_object(string body)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeInstances", body)))
            .Refused("InvalidParameter", "The request content not valid json format for specified content-type=application/json.");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(" \r\n{ }\t")]
    [InlineData("""{"InstanceIds":null,"Limit":null,"Zone":null}""")]
    [InlineData("""{"Nobody":null,"PublicNetworkId":null,"knows":null}""")]
    [InlineData("""{"Limit":1.0}""")]
    [InlineData("""{"Limit":1e1}""")]
    [InlineData("""{"Offset":18446744073709551615}""")]
    [InlineData("""{"InstanceIds":[]}""")]
    [InlineData("""{"Limit":999,"Limit":10}""")]
    [InlineData("""{"Limit":"x","Limit":10}""")]
    [InlineData("""{"\u004Cimit":10}""")]
    public async Task Accepted_in_json(string body)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeInstances", body))).Succeeded();
    }

    [Theory]
    [InlineData("{PropertyName}")]
    [InlineData("{PropertyValue} {0}")]
    public async Task A_refused_value_is_repeated_as_it_came_braces_and_all(string value)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.CallAsync("DescribePublicIps", $$"""{"OrderByCreateTime":"{{value}}"}"""))
            .Refused("InvalidParameter", $"The value `{value}` of parameter `OrderByCreateTime` is not one of asc, desc.");
    }

    [Theory]
    [InlineData("""{"InstanceName":5}""", "InstanceName", "string")]
    [InlineData("""{"InstanceName":{}}""", "InstanceName", "string")]
    [InlineData("""{"InstanceName":["a"]}""", "InstanceName", "string")]
    [InlineData("""{"InstanceName":true}""", "InstanceName", "string")]
    [InlineData("""{"Limit":"20"}""", "Limit", "uint64")]
    [InlineData("""{"Limit":-1}""", "Limit", "uint64")]
    [InlineData("""{"Limit":1.5}""", "Limit", "uint64")]
    [InlineData("""{"Limit":18446744073709551616}""", "Limit", "uint64")]
    [InlineData("""{"Limit":1e400}""", "Limit", "uint64")]
    [InlineData("""{"Limit":true}""", "Limit", "uint64")]
    [InlineData("""{"Limit":[1]}""", "Limit", "uint64")]
    [InlineData("""{"InstanceIds":"ins-a"}""", "InstanceIds", "array")]
    [InlineData("""{"InstanceIds":{"0":"ins-a","2":"ins-b"}}""", "InstanceIds", "array")]
    [InlineData("""{"InstanceIds":[null]}""", "InstanceIds.0", "string")]
    [InlineData("""{"InstanceIds":["ins-a",5]}""", "InstanceIds.1", "string")]
    [InlineData("""{"InstanceIds":["ins-a",["b"]]}""", "InstanceIds.1", "string")]
    public async Task A_wrong_type_in_json_is_named(string body, string path, string type)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeInstances", body)))
            .Refused("InvalidParameter", $"The value type of parameter `{path}` is not valid, input type should be `{type}`");
    }

    [Theory]
    [InlineData("\"true\"")]
    [InlineData("1")]
    [InlineData("{}")]
    public async Task A_boolean_in_json_is_true_or_false_and_nothing_else(string value)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("CreateInstances", $$"""{ {{Order}}, "EnableIpv6":{{value}} }""")))
            .Refused("InvalidParameter", "The value type of parameter `EnableIpv6` is not valid, input type should be `bool`");
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    [InlineData("False", false)]
    [InlineData("1", null)]
    [InlineData("yes", null)]
    [InlineData("", null)]
    public async Task A_boolean_in_a_form_is_spelled_as_the_sdks_spell_it(string value, bool? meaning)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await emulator.SendAsync(new V1Call(
            "CreateInstances",
            ("Zone", "ap-guangzhou-1"),
            ("InstanceType", "BMS5.MEDIUM8"),
            ("InstanceName", "web"),
            ("PrivateNetworkId", "net-private-001"),
            ("PublicNetworkId", "net-public-001"),
            ("EnableIpv6", value)));

        if (meaning is null)
        {
            answer.Refused("InvalidParameter", $"The value type of parameter `EnableIpv6` is not valid, input value is `{value}`.");
            return;
        }

        answer.Succeeded();
        var instance = (await emulator.CallAsync("DescribeInstances"))["InstanceSet"]![0]!;
        Assert.Equal(meaning, (string?)instance["PublicIpV6"] != "");
    }

    [Theory]
    [InlineData("Limit", "-1")]
    [InlineData("Limit", "1.0")]
    [InlineData("Limit", " 1")]
    [InlineData("Limit", "")]
    [InlineData("Offset", "18446744073709551616")]
    public async Task An_integer_in_a_form_is_written_in_digits(string name, string value)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new V1Call("DescribeInstances", (name, value))))
            .Refused("InvalidParameter", $"The value type of parameter `{name}` is not valid, input value is `{value}`.");
    }

    [Fact]
    public async Task Digits_in_a_form_are_a_string_where_a_string_is_declared()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new V1Call("DescribeInstances", ("InstanceName", "123")))).Succeeded();
    }

    [Fact]
    public async Task Null_hides_no_other_unknown_member()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.CallAsync("DescribeInstances", """{"Null":null,"First":[{"a":null}],"Second":1}"""))
            .Refused("UnknownParameter", "The parameter `First` is not recognized.");
    }

    [Fact]
    public async Task A_required_parameter_that_is_null_is_missing()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("CreateInstances", """{"Zone":null}""")))
            .Refused("MissingParameter", "The request is missing a required parameter `Zone`.");
    }

    [Fact]
    public async Task A_required_parameter_that_is_empty_is_there_and_the_service_decides()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var order = EmulatorApplication.Order();
        order["Zone"] = "";

        (await emulator.CallAsync("CreateInstances", order)).Refused("InvalidParameterValue");
    }

    [Theory]
    [InlineData("instanceIds")]
    [InlineData("INSTANCEIDS")]
    [InlineData("InstanceIds ")]
    public async Task Names_are_case_sensitive(string name)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeInstances", $$"""{"{{name}}":[]}""")))
            .Refused("UnknownParameter", $"The parameter `{name}` is not recognized.");
        (await emulator.SendAsync(new V1Call("DescribeInstances", (name + ".0", "a"))))
            .Refused("UnknownParameter", $"The parameter `{name}.0` is not recognized.");
    }

    [Fact]
    public async Task A_member_of_what_has_none_is_unknown()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new V1Call("DescribeInstances", ("Zone.Code", "a"))))
            .Refused("UnknownParameter", "The parameter `Zone.Code` is not recognized.");
    }

    [Theory]
    [InlineData(0, 1, 10, 11, 2, 3, 4, 5, 6, 7, 8, 9)]
    [InlineData(2, 0, 1)]
    [InlineData(0)]
    public async Task Array_elements_may_come_in_any_order(params int[] order)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var created = (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 3))).Succeeded().InstanceIds;
        var parameters = order.Select(i => ($"InstanceIds.{i}", i < created.Count ? created[i] : $"ins-{i}")).ToArray();

        var answer = await emulator.SendAsync(new V1Call("DescribeInstances", parameters));

        Assert.Equal(Math.Min(order.Length, 3), (int?)answer.Succeeded()["TotalCount"]);
    }

    [Fact]
    public async Task Several_faults_are_told_one_at_a_time_unknown_names_first_then_types_then_missing_ones()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("CreateInstances", """{"InstanceType":5,"Zone":6,"Foo":1,"Bar":2}""")))
            .Refused("UnknownParameter", "The parameter `Foo` is not recognized.");
        (await emulator.SendAsync(new Tc3Call("CreateInstances", """{"InstanceType":5,"Zone":6}""")))
            .Refused("InvalidParameter", "The value type of parameter `Zone` is not valid, input type should be `string`");
        (await emulator.SendAsync(new Tc3Call("CreateInstances", """{"InstanceCount":0,"InstanceName":"x"}""")))
            .Refused("MissingParameter", "The request is missing a required parameter `Zone`.");
    }
}
