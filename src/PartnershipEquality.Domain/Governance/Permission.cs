namespace PartnershipEquality.Domain.Governance;

/// <summary>
/// The permissions, spelled as the scopes of credentials. Roles are named sets of them;
/// every request names the one it needs.
/// </summary>
public static class Permission
{
    public const string PlanRead = "plan:read";
    public const string AssignmentsRead = "assignments:read";
    public const string BoardRead = "board:read";
    public const string ProgressWrite = "progress:write";
    public const string TargetsWrite = "targets:write";
    public const string PostsWrite = "posts:write";
    public const string PublishApprove = "publish:approve";
    public const string PlanWrite = "plan:write";
    public const string AssignmentsWrite = "assignments:write";
    public const string ExceptionsAccept = "exceptions:accept";
    public const string KeysManage = "keys:manage";
    public const string WebhooksManage = "webhooks:manage";
    public const string SettingsManage = "settings:manage";
    public const string AuditRead = "audit:read";

    public static IReadOnlyList<string> All { get; } =
    [
        PlanRead, AssignmentsRead, BoardRead, ProgressWrite, TargetsWrite, PostsWrite, PublishApprove, PlanWrite,
        AssignmentsWrite, ExceptionsAccept, KeysManage, WebhooksManage, SettingsManage, AuditRead,
    ];
}
