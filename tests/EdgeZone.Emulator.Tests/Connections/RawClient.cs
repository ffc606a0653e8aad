using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EdgeZone.Emulator.Tests.Connections;

/// <summary>A client that sends exactly the given text, with no HTTP library's opinion about it.</summary>
internal sealed class RawClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpClient _connection = new() { NoDelay = true };
    private readonly List<byte> _received = [];
    private Stream _stream = Stream.Null;

    public static async Task<RawClient> ConnectAsync(Uri address)
    {
        var client = new RawClient();
        await client._connection.ConnectAsync(address.Host, address.Port);
        client._stream = client._connection.GetStream();
        if (address.Scheme == Uri.UriSchemeHttps)
        {
            var encrypted = new SslStream(client._stream);
            await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=localhost",
            });
            client._stream = encrypted;
        }

        return client;
    }

    /// <summary>Begins TLS on a connection that has been plain so far, and tells what is wrong with the certificate.</summary>
    public async Task<SslPolicyErrors> ShakeHandsAsync(X509Certificate2 authority, string name)
    {
        var errors = SslPolicyErrors.None;
        var encrypted = new SslStream(_stream);
        await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = name,
            CertificateChainPolicy = SecureClient.Trusting(authority),
            RemoteCertificateValidationCallback = (_, certificate, _, found) =>
            {
                errors = found;
                return certificate is not null;
            },
        });
        _stream = encrypted;
        return errors;
    }

    public async Task SendAsync(string text)
    {
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(text));
        // A chance for the server to see the pieces apart; nothing depends on it.
        await Task.Yield();
    }

    /// <summary>The body of the next answer, or the whole answer when its status is not 200.</summary>
    public async Task<string> ReadAnswerAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var text = Encoding.Latin1.GetString([.. _received]);
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0)
            {
                var length = ContentLength(text[..head]);
                if (text.Length >= head + 4 + length)
                {
                    _received.RemoveRange(0, head + 4 + length);
                    return text.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) ? text.Substring(head + 4, length) : text[..(head + 4 + length)];
                }
            }

            await ReceiveAsync(text, patience.Token);
        }
    }

    /// <summary>The head of the next answer, which has no body.</summary>
    public async Task<string> ReadHeadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var text = Encoding.Latin1.GetString([.. _received]);
            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var head)
            {
                _received.RemoveRange(0, head + 4);
                return text[..head];
            }

            await ReceiveAsync(text, patience.Token);
        }
    }

    /// <summary>All that still comes until the server ends the connection, properly or not.</summary>
    public async Task<byte[]> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[64 * 1024];
        try
        {
            while (await _stream.ReadAsync(buffer, patience.Token) is > 0 and var count)
            {
                _received.AddRange(buffer.AsSpan(0, count));
            }
        }
        catch (IOException)
        {
            // That is the end, too.
        }

        return [.. _received];
    }

    public void Dispose()
    {
        _stream.Dispose();
        _connection.Dispose();
    }

    private async Task ReceiveAsync(string before, CancellationToken patience)
    {
        var buffer = new byte[64 * 1024];
        var count = await _stream.ReadAsync(buffer, patience);
        if (count == 0)
        {
            throw new InvalidOperationException($"The server closed the connection after: {before}");
        }

        _received.AddRange(buffer.AsSpan(0, count));
    }

    private static int ContentLength(string head)
    {
        const string name = "\r\nContent-Length: ";
        var start = head.IndexOf(name, StringComparison.OrdinalIgnoreCase) + name.Length;
        var end = head.IndexOf("\r\n", start, StringComparison.Ordinal);
        return int.Parse(end < 0 ? head[start..] : head[start..end], CultureInfo.InvariantCulture);
    }
}
