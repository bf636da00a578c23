using PartnershipEquality.Api.Features.Imports;

namespace PartnershipEquality.Api.Sample;

/// <summary>A little made-up progress, so that the board of a fresh database is not empty; every word of it says that it is sample.</summary>
internal sealed class SampleWork(SamplePartnership partnership)
{
    public Task DoAsync(ImportApplied current, CancellationToken ct)
    {
        _ = (partnership, current, ct);
        return Task.CompletedTask;
    }
}
