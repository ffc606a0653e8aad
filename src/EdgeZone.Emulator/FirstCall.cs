using System.Runtime;
using System.Text;
using EdgeZone.Emulator.Authentication;
using EdgeZone.Emulator.Gateway;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;
using Microsoft.Extensions.Hosting.Internal;

namespace EdgeZone.Emulator;

/// <summary>
/// The first call costs many times the second: whatever answers it is compiled then. So one is answered in a world of its own, of which nobody
/// hears and which is let go of, on a second processor while the first one brings the server up.
/// </summary>
internal static class FirstCall
{
    private const string Host = "127.0.0.1:8080";

    private static readonly byte[] Order =
    [
        .. """
           {"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","InstanceName":"first","PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001"}
           """u8,
    ];

    /// <summary>Begins to answer it. Nothing waits for it, and when it should fail, the first call of a client is what it would have been without.</summary>
    public static void Prepare()
    {
        // A native program has nothing to compile; where there is one processor only, the server is wanted first.
        if (JitInfo.GetCompiledMethodCount() > 0 && Environment.ProcessorCount > 1)
        {
            _ = Task.Run(AnswerAsync);
        }
    }

    /// <summary>Answers it.</summary>
    /// <returns>The answer.</returns>
    internal static async Task<string> AnswerAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        services.AddSingleton(new EmulatorSettings());
        EmulatorHost.AddApi(services);
        await using var provider = services.BuildServiceProvider();

        using var answer = new MemoryStream();
        var context = new DefaultHttpContext();
        Write(context.Request, DateTimeOffset.UtcNow);
        context.Response.Body = answer;
        await provider.GetRequiredService<ApiGateway>().HandleAsync(context);
        return Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)answer.Length);
    }

    private static void Write(HttpRequest request, DateTimeOffset now)
    {
        request.Method = HttpMethods.Post;
        request.ContentType = "application/json";
        request.ContentLength = Order.Length;
        request.Body = new MemoryStream(Order);
        request.Headers.Host = Host;
        request.Headers["X-TC-Action"] = "CreateInstances";
        request.Headers["X-TC-Version"] = EdgeZoneApi.Version;
        request.Headers["X-TC-Region"] = new DefaultsSettings().Region;
        request.Headers["X-TC-Timestamp"] = $"{now.ToUnixTimeSeconds()}";
        request.Headers.Authorization = new CallSigner(CredentialStore.BuiltIn, CredentialStore.BuiltIn)
            .Authorization(request.Method, "", request.ContentType, Host, Order, now);
    }
}
