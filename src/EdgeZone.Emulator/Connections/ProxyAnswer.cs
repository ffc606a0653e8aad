using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace EdgeZone.Emulator.Connections;

/// <summary>What a proxy says before there is HTTP.</summary>
internal static class ProxyAnswer
{
    public const string ContentType = "text/plain; charset=utf-8";

    /// <summary>The tunnel is there.</summary>
    public static async Task EstablishAsync(PipeWriter output) => await output.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray());

    /// <summary>There is no tunnel, and why; the connection ends with it.</summary>
    public static async Task RefuseAsync(PipeWriter output, string status, string sentence)
    {
        var body = Encoding.UTF8.GetBytes(sentence + "\n");
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nContent-Type: {ContentType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        await output.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body]);
    }
}
