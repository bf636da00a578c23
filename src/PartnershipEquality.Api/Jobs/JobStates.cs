using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace PartnershipEquality.Api.Jobs;

/// <summary>One organisation's work failed, and is tried again in a while. What it says is what the organisation reads as well.</summary>
public sealed class WorkFailedException(string message, TimeSpan retryIn, int attempts) : Exception(message)
{
    public TimeSpan RetryIn { get; } = retryIn;

    /// <summary>How often it has failed by now.</summary>
    public int Attempts { get; } = attempts;
}

/// <summary>
/// Has a failed job tried again when <c>work_due</c> says, as one of Hangfire's retries. A job that has failed often
/// stays failed, for people to see; the work itself goes on being tried, by later jobs.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RetryAtItsOwnMomentAttribute : JobFilterAttribute, IElectStateFilter
{
    private const int Attempts = 5;

    // Before Hangfire's own, which keeps the list of retries and leaves alone what is scheduled already.
    public RetryAtItsOwnMomentAttribute() => Order = 1;

    public void OnStateElection(ElectStateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.CandidateState is FailedState { Exception: WorkFailedException failed })
        {
            var attempt = context.GetJobParameter<int>("RetryCount") + 1;
            if (attempt <= Attempts)
            {
                context.SetJobParameter("RetryCount", attempt);
                // A second later, since Hangfire counts whole ones and would come too early.
                context.CandidateState = new ScheduledState(failed.RetryIn + TimeSpan.FromSeconds(1))
                {
                    Reason = $"Retry attempt {attempt} of {Attempts}: {failed.Message}"
                };
            }
        }
    }
}

/// <summary>Ends a job that found nothing to do apart from those that did something, and keeps it for minutes only.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NothingDueAttribute : JobFilterAttribute, IElectStateFilter, IApplyStateFilter
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    public void OnStateElection(ElectStateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.CandidateState is SucceededState { Result: null })
        {
            context.CandidateState = new NothingDueState();
        }
    }

    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.NewState is NothingDueState)
        {
            context.JobExpirationTimeout = Kept;
        }
    }

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
    }

    private sealed class NothingDueState : IState
    {
        public string Name => "Nothing due";

        public string? Reason => null;

        public bool IsFinal => true;

        public bool IgnoreJobLoadException => false;

        public Dictionary<string, string> SerializeData() => [];
    }
}
