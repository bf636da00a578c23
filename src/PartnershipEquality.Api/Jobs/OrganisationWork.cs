using MediatR;
using PartnershipEquality.Api.Features.Mail;
using PartnershipEquality.Api.Features.Reminders;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Jobs;

/// <summary>Does the work of each kind for one organisation, by the ordinary requests, each in a scope of its own.</summary>
public sealed class OrganisationWork(IServiceScopeFactory scopes, MailRoute route, MailHandOver handOver, WorkMeter meter)
{
    public async Task<int> PlanAsync(TenantScope organisation, DateOnly day, CancellationToken ct)
    {
        var owed = 0;
        Planned planned;
        do
        {
            planned = await AskAsync(organisation, new PlanReminders(day), ct);
            owed += planned.Owed;
        }
        while (planned.More);

        return owed;
    }

    /// <summary>
    /// Hands over what waits, then asks what became of what was handed over before; stops when the way out is shut. Each
    /// mail is taken up in one transaction and noted in another, and none is open while the other side is waited for.
    /// </summary>
    public async Task<(int Sent, MailsLeft Left)> DeliverAsync(TenantScope organisation, DateTimeOffset at, CancellationToken ct)
    {
        try
        {
            var (sent, left) = await SendMailsAsync(organisation, at, ct);
            return (sent, left is { ToCheck: true, Stopped: null } ? await CheckMailsAsync(organisation, at, ct) : left);
        }
        finally
        {
            if (route.Transport is { } transport)
            {
                await transport.RestAsync();
            }
        }
    }

    private async Task<(int Sent, MailsLeft Left)> SendMailsAsync(TenantScope organisation, DateTimeOffset at, CancellationToken ct)
    {
        var sent = 0;
        while (true)
        {
            // Told to stop, it stops between two mails: one broken off in the middle would be sent a second time.
            ct.ThrowIfCancellationRequested();
            var (taken, left) = await AskAsync(organisation, new ClaimMail(at), CancellationToken.None);
            if (taken is null)
            {
                return (sent, left!);
            }

            var noted = await AskAsync(organisation, new RecordHandOver(taken, await handOver.SendAsync(taken, CancellationToken.None), at),
                CancellationToken.None);
            meter.Mail(noted.Sent);
            sent += noted.Sent ? 1 : 0;
            if (noted.Left is not null)
            {
                return (sent, noted.Left);
            }
        }
    }

    private async Task<MailsLeft> CheckMailsAsync(TenantScope organisation, DateTimeOffset at, CancellationToken ct)
    {
        while (true)
        {
            var (taken, left) = await AskAsync(organisation, new ClaimMailToCheck(at), ct);
            if (taken is null)
            {
                return left!;
            }

            // Once it is known, it is noted, even when told to stop meanwhile.
            var told = await MailHandOver.AskAsync(taken, CancellationToken.None);
            if ((await AskAsync(organisation, new RecordMailOutcome(taken, told, at), CancellationToken.None)).Left is { } stopped)
            {
                return stopped;
            }
        }
    }

    public async Task<T> AskAsync<T>(TenantScope organisation, IRequest<T> request, CancellationToken ct)
    {
        await using var scope = BeginAs(organisation);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }

    /// <summary>What planning and sending would do on a day, with nothing of it kept.</summary>
    public async Task<(int Owed, DigestsMade Made, IReadOnlyList<PreviewedDigest> Digests)> PreviewAsync(TenantScope organisation,
        DateOnly day, CancellationToken ct)
    {
        await using var scope = BeginAs(organisation);
        return await Preview.OfAsync(scope.ServiceProvider, async mediator =>
        {
            var owed = 0;
            Planned planned;
            do
            {
                planned = await mediator.Send(new PlanReminders(day), ct);
                owed += planned.Owed;
            }
            while (planned.More);

            return (owed, await mediator.Send(new MakeDigests(day), ct), await mediator.Send(new ReadDigests(day), ct));
        }, ct);
    }

    /// <summary>
    /// A scope that acts as one organisation. Not async, so that whoever calls it is in that organisation from then on, and nobody else is.
    /// </summary>
    public AsyncServiceScope BeginAs(TenantScope organisation)
    {
        var scope = scopes.CreateAsyncScope();
        TenantResolution.Enter(scope.ServiceProvider, organisation);
        scope.ServiceProvider.GetRequiredService<Caller>().Work();
        return scope;
    }
}
