using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Authentication;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace EdgeZone.Emulator.Tests.Authentication;

/// <summary>An authenticator at a fixed time that knows one credential besides the built-in one.</summary>
internal sealed class Gate
{
    public const long Now = 1795490996;
    public const string SecretId = "AKIDtest";
    public const string SecretKey = "SKtest";

    private readonly Authenticator _authenticator;

    public Gate(AuthMode mode = AuthMode.Strict, bool exactHost = false, long now = Now, params CredentialSettings[] credentials)
    {
        var known = credentials.Length > 0
            ? credentials
            : [new CredentialSettings { SecretId = SecretId, SecretKey = SecretKey, Sandbox = "mine", AppId = 251000000 }];
        _authenticator = new Authenticator(
            new CredentialStore(known, mode),
            new AuthSettings { Mode = mode, ExactHost = exactHost },
            new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(now)),
            new SecretParameters(() => SupportedActions.All.SelectMany(action => action.Parameters)),
            Explanations);
    }

    public Recorder Explanations { get; } = new();

    public Caller Admit(Call call) => _authenticator.Authenticate(call.Request);

    /// <summary>Code and message of the refusal.</summary>
    public (string Code, string Message) Refuse(Call call)
    {
        var refusal = Assert.Throws<ApiException>(() => Admit(call));
        return (refusal.Code, refusal.MessageIn(ApiLanguage.English));
    }

    /// <summary>Keeps what was logged, at every level.</summary>
    internal sealed class Recorder : ILogger<Authenticator>
    {
        private readonly List<string> _messages = [];

        public IReadOnlyList<string> Messages => _messages;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _messages.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
