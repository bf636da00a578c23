using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Domain.Governance;

/// <summary>
/// A named set of permissions. Authorities and partnerships have different ones: a council reports, a partnership plans and looks.
/// </summary>
public sealed record Role(string Name, OrganisationKind At, IReadOnlyList<string> Permissions)
{
    private static readonly string[] Viewing = [Permission.PlanRead, Permission.AssignmentsRead, Permission.BoardRead];

    private static readonly string[] Managing =
        [Permission.KeysManage, Permission.WebhooksManage, Permission.SettingsManage, Permission.AuditRead];

    private static readonly string[] Leading =
    [
        .. Viewing, Permission.ProgressWrite, Permission.TargetsWrite, Permission.PostsWrite, Permission.PublishApprove,
        Permission.PlanWrite, Permission.AssignmentsWrite,
    ];

    private static readonly string[] Coordinating =
        [.. Viewing, Permission.PlanWrite, Permission.AssignmentsWrite, Permission.ExceptionsAccept];

    public static IReadOnlyList<Role> All { get; } =
    [
        new("viewer", OrganisationKind.Authority, Viewing),
        new("officer", OrganisationKind.Authority, [.. Viewing, Permission.ProgressWrite]),
        new("lead", OrganisationKind.Authority, Leading),
        // An authority owns schemes of its own, so somebody there must be able to accept an exception in them.
        new("admin", OrganisationKind.Authority, [.. Leading, Permission.ExceptionsAccept, .. Managing]),
        new("viewer", OrganisationKind.Partnership, Viewing),
        new("coordinator", OrganisationKind.Partnership, Coordinating),
        new("admin", OrganisationKind.Partnership, [.. Coordinating, .. Managing]),
    ];

    public static IEnumerable<Role> Of(OrganisationKind kind) => All.Where(role => role.At == kind);

    public static Role? Find(OrganisationKind kind, string name) => Of(kind).FirstOrDefault(role => role.Name == name);

    /// <summary>The role that holds exactly these scopes, if one does: for people to read.</summary>
    public static string? NameOf(OrganisationKind kind, IReadOnlyCollection<string> scopes) =>
        Of(kind).FirstOrDefault(role => role.Permissions.ToHashSet().SetEquals(scopes))?.Name;
}
