using System.Text;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.UseCases.Stocks;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.Instances;

/// <summary>Many callers at once, over sockets, want machines and addresses of which there are just enough and too few.</summary>
public class LastMachineTests
{
    private const int Callers = 64;

    /// <summary>What the range of the seeded public network has for servers.</summary>
    private const int Addresses = 61;

    [Fact]
    public async Task No_two_instances_stand_on_one_machine_or_have_one_address()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        emulator.Cloud().Execute(new SetStock(new ZoneCode("ap-guangzhou-1"), Seeded.Medium, Free: Callers, Quota: 0));

        Assert.All(await CallTogether(emulator), Assert.Null);

        var answer = await emulator.SendAsync(new Tc3Call("DescribeInstances", """{"Limit":100}"""));
        var all = answer.Rows("InstanceSet");
        var running = all.Where(instance => instance.Text("InstanceStatus") == "running").ToList();
        Assert.Equal(Callers, answer.InstanceIds.Distinct().Count());
        Assert.Equal(Callers, all.Select(instance => instance.Text("MachineId")).Distinct().Count());
        Assert.Equal(Callers - Addresses, all.Count(instance => instance.Text("InstanceStatus") == "error"));
        Assert.Equal(Addresses, running.Count);
        Assert.Equal(Addresses, running.Select(instance => instance.Text("PublicIp")).Distinct().Count());
        Assert.Equal(Callers, all.Select(instance => instance.Text("PrivateIp")).Distinct().Count());
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
