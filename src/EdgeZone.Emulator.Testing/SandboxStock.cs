using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing;

/// <summary>The machines of a sandbox.</summary>
public sealed class SandboxStock
{
    private readonly SandboxClient _client;

    internal SandboxStock(SandboxClient client) => _client = client;

    /// <summary>The machines of a type in a zone.</summary>
    /// <param name="zone">The code of the zone, for instance <c>ap-guangzhou-1</c>.</param>
    /// <param name="type">The instance type, for instance <c>BMS5.MEDIUM8</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<StockLevel> GetAsync(string zone, string type, CancellationToken cancellationToken = default) =>
        _client.GetStockAsync(zone, type, cancellationToken);

    /// <summary>Sets how many machines of a type are free in a zone. Bound ones and those being wiped stay.</summary>
    /// <param name="zone">The code of the zone.</param>
    /// <param name="type">The instance type.</param>
    /// <param name="free">How many.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<StockLevel> SetFreeAsync(string zone, string type, int free, CancellationToken cancellationToken = default) =>
        _client.ChangeStockAsync(zone, type, new StockChange { Free = free }, cancellationToken);

    /// <summary>Sets how many machines of a type every account may have in a zone; 0 for no limit.</summary>
    /// <param name="zone">The code of the zone.</param>
    /// <param name="type">The instance type.</param>
    /// <param name="quota">How many.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<StockLevel> SetQuotaAsync(string zone, string type, long quota, CancellationToken cancellationToken = default) =>
        _client.ChangeStockAsync(zone, type, new StockChange { Quota = quota }, cancellationToken);
}
