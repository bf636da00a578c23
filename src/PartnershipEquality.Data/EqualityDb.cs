using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PartnershipEquality.Data.ChangeLog;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Access;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Organisations;
using PartnershipEquality.Domain.People;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Data;

/// <summary>What is kept. Row security, not this class, decides which rows there are.</summary>
public sealed class EqualityDb(DbContextOptions<EqualityDb> options) : DbContext(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Settings> Settings => Set<Settings>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<PortalOrigin> PortalOrigins => Set<PortalOrigin>();

    public DbSet<Scheme> Schemes => Set<Scheme>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<SchemeAction> Actions => Set<SchemeAction>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<AssignmentState> AssignmentStates => Set<AssignmentState>();

    public DbSet<Occurrence> Occurrences => Set<Occurrence>();

    public DbSet<ProgressUpdate> ProgressUpdates => Set<ProgressUpdate>();

    public DbSet<TargetMove> TargetMoves => Set<TargetMove>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PostHolder> PostHolders => Set<PostHolder>();

    public DbSet<RoleMapping> RoleMappings => Set<RoleMapping>();

    public DbSet<AssignmentPost> AssignmentPosts => Set<AssignmentPost>();

    public DbSet<Calendar> Calendars => Set<Calendar>();

    public DbSet<ReminderPolicyRow> ReminderPolicies => Set<ReminderPolicyRow>();

    public DbSet<DigestRow> Digests => Set<DigestRow>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<ReminderPause> ReminderPauses => Set<ReminderPause>();

    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<NotifyChannel> NotifyChannels => Set<NotifyChannel>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<WebhookAttempt> WebhookAttempts => Set<WebhookAttempt>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<Change> Changes => Set<Change>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSnakeCaseNamingConvention();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("equality");
        OrganisationTables.Map(modelBuilder);
        PlanTables.Map(modelBuilder);
        AssignmentTables.Map(modelBuilder);
        PeopleTables.Map(modelBuilder);
        ReminderTables.Map(modelBuilder);
        WebhookTables.Map(modelBuilder);
        Import.Map(modelBuilder);
        modelBuilder.Entity<Change>(t =>
        {
            t.Property(c => c.Before).HasColumnType("jsonb");
            t.Property(c => c.After).HasColumnType("jsonb");
        });
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            UseOurValues(entity);
        }
    }

    /// <summary>Enums as camelCase text, and keys that we make ourselves.</summary>
    private static void UseOurValues(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            property.ValueGenerated = ValueGenerated.Never;
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum)
            {
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(CamelCaseEnum<>).MakeGenericType(type))!);
                property.SetColumnType("text");
            }
        }
    }
}
