using System.Collections.Concurrent;
using System.Reflection;
using CsCheck;
using EdgeZone.Emulator.Domain.Errors;

namespace EdgeZone.Emulator.Domain.Tests.Walks;

public class ModelTests
{
    private static readonly HashSet<string> Codes =
        [.. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void Every_call_answers_and_changes_what_the_reference_model_says()
    {
        ConcurrentDictionary<(Call Call, string? Code), int> met = [];
        Step.Walk.Sample(
            steps =>
            {
                var world = new World();
                var walker = new Walker(world);
                var model = new ReferenceModel();
                foreach (var step in steps)
                {
                    var now = world.Cloud.Clock().Now;
                    model.PlayUntil(now);
                    var (code, effect) = model.Expect(step, walker, now);
                    var result = walker.Take(step);
                    Assert.Equal(code, Codes.Contains(result) ? result : null);
                    if (code is null)
                    {
                        effect();
                    }

                    model.PlayUntil(world.Cloud.Clock().Now);
                    Assert.Equal(model.ToString(), ReferenceModel.Describe(new Snapshot(world.Cloud)));
                    Assert.All(Walker.Accounts, account => Assert.Equal(
                        Walker.Zones.Where(zone => model.IsBilled(account, zone)).OrderBy(zone => zone.ToString(), StringComparer.Ordinal),
                        world.Cloud.BilledZones(account)));
                    met.AddOrUpdate((step.Call, code), 1, (_, count) => count + 1);
                }
            },
            iter: 400);

        // A walk in which everything is refused would prove little.
        Assert.All(Enum.GetValues<Call>(), call => Assert.Contains((call, null), met.Keys));
        Assert.True(met.Keys.Count(key => key.Code is not null) >= 25, string.Join("\n", met));
    }
}
