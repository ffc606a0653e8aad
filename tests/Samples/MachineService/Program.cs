using Samples.Provisioning;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddHttpClient("edgezone", client => client.BaseAddress = new Uri("https://edgezone.tencentcloudapi.com"));

var app = builder.Build();
app.MapPost("/machines/{name}", async (string name, int count, IHttpClientFactory clients, TimeProvider time) =>
    await new Provisioner(clients.CreateClient("edgezone"), time).ProvideAsync(new Order(name), count));
await app.RunAsync();

/// <summary>Where a test finds the service.</summary>
public partial class Program;
