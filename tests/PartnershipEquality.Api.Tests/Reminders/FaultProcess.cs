using System.Diagnostics;

namespace PartnershipEquality.Api.Tests.Reminders;

/// <summary>A process of the fault test: started, waited for until it says that it is up, and killed without a word.</summary>
internal sealed class FaultProcess : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<string> _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> _said = new();

    private FaultProcess(Process process, string sign)
    {
        this._process = process;
        DataReceivedEventHandler hear = (_, line) =>
        {
            if (line.Data is not { } text)
            {
                return;
            }

            lock (_said)
            {
                _said.Enqueue(text);
                if (_said.Count > 40)
                {
                    _said.Dequeue();
                }
            }

            if (text.Contains(sign, StringComparison.Ordinal))
            {
                _up.TrySetResult(text);
            }
        };
        process.OutputDataReceived += hear;
        process.ErrorDataReceived += hear;
        process.Exited += (_, _) => _up.TrySetResult("");
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>The last of what it said, for whoever reads a failure.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    /// <param name="program">The program, or null for the one built with the tests.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="environment">The settings it is given.</param>
    /// <param name="sign">What it says once it is up.</param>
    public static FaultProcess Start(string? program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment,
        string sign)
    {
        var start = new ProcessStartInfo(program ?? Path.Combine(AppContext.BaseDirectory, "PartnershipEquality.FaultProcesses"),
            arguments)
        { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new FaultProcess(Process.Start(start)!, sign);
    }

    /// <summary>The line by which it said so; empty when it ended instead.</summary>
    public Task<string> UpAsync() => _up.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

    /// <summary>SIGKILL: nothing of it gets to run any more.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
