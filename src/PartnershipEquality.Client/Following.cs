using System.Net;
using System.Runtime.CompilerServices;

namespace PartnershipEquality.Client;

/// <summary>How to follow what changes.</summary>
public sealed record FollowOptions
{
    /// <summary>
    /// Only changes of these types: assignment.status_changed, or progress_update.* for all of a noun. All of them unless said.
    /// </summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>How many changes to read at once: 200 unless said.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>How long to wait before asking again once everything is read: five seconds unless said.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>End once everything is read, as a nightly job does, in place of waiting for more.</summary>
    public bool UntilCaughtUp { get; init; }
}

/// <summary>Keeping in step: the feed of changes as a sequence without an end.</summary>
public sealed partial class EqualityClient
{
    /// <summary>
    /// Follows what changes, in the order in which it was committed, from a position on: an export's, or the last
    /// page's. Do what a page tells, keep its NextCursor with what you did, and go on from that after a stop: nothing is
    /// missed. Outages, the service's or the network's, are waited out. A position that is kept no more is refused with
    /// the code position-expired: take the exports again.
    /// </summary>
    /// <param name="after">Where to go on from.</param>
    /// <param name="follow">What to follow, and how often to ask.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<ChangesPage> FollowChangesAsync(string after, FollowOptions? follow = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        follow ??= new FollowOptions();
        var types = follow.Types is null ? null : string.Join(',', follow.Types);
        for (var position = after; ;)
        {
            var page = await PageOfChangesAsync(new ListChangesQuery { After = position, Types = types, Limit = follow.Limit },
                cancellationToken).ConfigureAwait(false);
            if (page is not null && page.NextCursor != position)
            {
                position = page.NextCursor;
                yield return page;
            }

            if (page?.HasMore == true)
            {
                continue;
            }

            if (page is not null && follow.UntilCaughtUp)
            {
                yield break;
            }

            await Task.Delay(follow.Pause, _options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Null while there is nobody to ask.</summary>
    private async Task<ChangesPage?> PageOfChangesAsync(ListChangesQuery query, CancellationToken ct)
    {
        try
        {
            return await ListChangesAsync(query, ct).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (IOException)
        {
            return null;
        }
        catch (ProblemException problem) when (problem.Status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
        {
            return null;
        }
    }
}
