using System.Runtime.InteropServices;

namespace PartnershipEquality.Api.Verbs;

/// <summary>Ctrl-C while the program still starts: it stops what it has begun, and does not leave a database behind.</summary>
public sealed class ConsoleInterrupt : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;
    private volatile bool _handedOver;

    public ConsoleInterrupt(CancellationTokenSource starting)
    {
        void Stop(PosixSignalContext context)
        {
            if (!_handedOver)
            {
                context.Cancel = true;
                starting.Cancel();
            }
        }

        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];
    }

    /// <summary>From here on the web host answers the signals.</summary>
    public void HandOver() => _handedOver = true;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
