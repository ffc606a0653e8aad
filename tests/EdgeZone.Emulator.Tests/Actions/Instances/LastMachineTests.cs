using System.Text;
using EdgeZone.Emulator.Domain.UseCases.Stocks;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.Instances;

/// <summary>Many callers want what only one can have.</summary>
public class LastMachineTests
{
    private const int Callers = 64;

    [Fact]
    public async Task One_of_many_gets_the_last_machine()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        emulator.Cloud().Execute(new SetStock("ap-guangzhou-1", Seeded.Medium, Free: 1, Quota: 0));

        var codes = await CallTogether(emulator);

        Assert.Equal(1, codes.Count(code => code is null));
        Assert.Equal(Callers - 1, codes.Count(code => code == "ResourceInsufficient"));
        Assert.Single((await emulator.CallAsync("DescribeInstances")).InstanceIds);
    }

    [Fact]
    public async Task One_of_many_gets_the_last_unit_of_quota()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        emulator.Cloud().Execute(new SetStock("ap-guangzhou-1", Seeded.Medium, Free: 100, Quota: 1));

        var codes = await CallTogether(emulator);

        Assert.Equal(1, codes.Count(code => code is null));
        Assert.Equal(Callers - 1, codes.Count(code => code == "LimitExceeded.InstanceQuota"));
        Assert.Equal(99, emulator.Cloud().Execute(new ReadStock("ap-guangzhou-1", Seeded.Medium)).Free);
    }

    [Fact]
    public async Task No_two_instances_stand_on_one_machine_or_have_one_address()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        emulator.Cloud().Execute(new SetStock("ap-guangzhou-1", Seeded.Medium, Free: Callers, Quota: 0));

        Assert.All(await CallTogether(emulator), Assert.Null);

        var answer = await emulator.SendAsync(new Tc3Call("DescribeInstances", """{"Limit":100}"""));
        var running = answer["InstanceSet"]!.AsArray().Where(instance => (string?)instance!["InstanceStatus"] == "running").ToList();
        Assert.Equal(Callers, answer.InstanceIds.Distinct().Count());
        Assert.Equal(Callers, answer["InstanceSet"]!.AsArray().Select(instance => (string?)instance!["MachineId"]).Distinct().Count());
        Assert.Equal(running.Count, running.Select(instance => (string?)instance!["PublicIp"]).Distinct().Count());
        Assert.Equal(running.Count, running.Select(instance => (string?)instance!["PrivateIp"]).Distinct().Count());
    }

    private static async Task<IReadOnlyList<string?>> CallTogether(EmulatorApplication emulator)
    {
        using var client = emulator.CreateClient(ClientCredential.BuiltIn);
        var order = EmulatorApplication.Order().ToJsonString();
        var everybody = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        async Task<string?> Call()
        {
            await everybody.Task;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(order, Encoding.UTF8, "application/json") };
            request.Headers.Add("X-TC-Action", "CreateInstances");
            using var response = await client.SendAsync(request);
            return (await Answer.FromAsync(response)).Code;
        }

        var calls = Enumerable.Range(0, Callers).Select(_ => Task.Run(Call)).ToArray();
        everybody.SetResult();
        return await Task.WhenAll(calls);
    }
}
