using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Exports.Whole;

[Writes(Permission.SettingsManage)]
public sealed record ExportOrganisation : IRequest<OrganisationExport>
{
    /// <summary>For how long the file can be fetched.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    /// <summary>What the audit calls it.</summary>
    internal const string Type = "organisation.exported";

    internal static string SubjectOf(Guid id) => $"exports/{id}";

    /// <summary>What holds the audit is for who may read it.</summary>
    internal static void EnsureMay(Caller caller)
    {
        if (!caller.Permissions.Contains(Permission.AuditRead))
        {
            throw Refusal.Forbidden("permission-missing",
                $"This needs the permission {Permission.AuditRead} too, since the audit is in it, and your credential does not carry it.");
        }
    }
}

/// <summary>An export of the whole organisation that was asked for.</summary>
/// <param name="Href">Where the file is.</param>
/// <param name="ExpiresAt">Until when it can be fetched.</param>
public sealed record OrganisationExport(Guid Id, string Href, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

internal sealed class ExportOrganisationHandler(Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<ExportOrganisation, OrganisationExport>
{
    public Task<OrganisationExport> Handle(ExportOrganisation request, CancellationToken cancellationToken)
    {
        ExportOrganisation.EnsureMay(caller);
        var at = time.GetUtcNow();
        var export = new OrganisationExport(Uuid.New(), "", at, at + ExportOrganisation.Lasts);
        // Written now and not with the file: a transaction that writes would hold up every reader of the feed while it is fetched.
        log.Own("organisation.exported", ExportOrganisation.SubjectOf(export.Id), 1, null, new { export.ExpiresAt });
        return Task.FromResult(export with { Href = $"/v1/exports/organisation/{export.Id}.zip" });
    }
}
