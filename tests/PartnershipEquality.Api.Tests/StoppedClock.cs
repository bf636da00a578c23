using Microsoft.Extensions.Time.Testing;

namespace PartnershipEquality.Api.Tests;

/// <summary>The clock of one instance: it stands where a test puts it.</summary>
internal static class StoppedClock
{
    public static DateTimeOffset Start { get; } = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    extension(FakeTimeProvider clock)
    {
        /// <summary>Also back, which <see cref="FakeTimeProvider.SetUtcNow"/> refuses.</summary>
        public DateTimeOffset Now
        {
            get => clock.GetUtcNow();
            set => clock.AdjustTime(value);
        }
    }
}
