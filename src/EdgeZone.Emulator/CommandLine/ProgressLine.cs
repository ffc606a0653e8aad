using EdgeZone.Emulator.Exploring;

namespace EdgeZone.Emulator.CommandLine;

/// <summary>Shows how far a search has come: on a terminal a bar that is drawn over, elsewhere a line now and then.</summary>
/// <param name="to">Where.</param>
/// <param name="isRedirected">Whether that is no terminal.</param>
internal sealed class ProgressLine(TextWriter to, bool isRedirected) : IDisposable
{
    private const int Width = 30;
    private const int Every = 50;

    private int _shown;

    public void Show(ExplorationProgress progress)
    {
        var text = $"{progress.Done} of {progress.Of} runs, {progress.Suspicious} not survived";
        if (!isRedirected)
        {
            var filled = Width * progress.Done / Math.Max(1, progress.Of);
            var line = $"[{new string('#', filled)}{new string('.', Width - filled)}] {text}";
            to.Write("\r" + line.PadRight(_shown));
            _shown = line.Length;
        }
        else if (progress.Done % Every == 0)
        {
            to.WriteLine(text);
        }
    }

    /// <summary>Leaves the line as it was before.</summary>
    public void Clear()
    {
        if (_shown > 0)
        {
            to.Write("\r" + new string(' ', _shown) + "\r");
            _shown = 0;
        }
    }

    public void Dispose() => Clear();
}
