using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.Reminders;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Data.Tables;

/// <summary>How values that are not plain columns are kept: lists of text as arrays, targets, notes and evidence as jsonb.</summary>
public static class ColumnTypes
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string WriteTargets(IReadOnlyList<TargetDate> targets) =>
        JsonSerializer.Serialize(targets.Select(TargetDateRecord.From), Json);

    public static IReadOnlyList<TargetDate> ReadTargets(string json) =>
        [.. JsonSerializer.Deserialize<List<TargetDateRecord>>(json, Json)!.Select(t => t.ToTargetDate())];

    internal static PropertyBuilder<IReadOnlyList<string>> IsList(this PropertyBuilder<IReadOnlyList<string>> property)
    {
        property.HasConversion(
            list => list.ToArray(),
            array => array,
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToArray()));
        return property;
    }

    internal static void IsKinds(this PropertyBuilder<IReadOnlyList<PlanChangeKind>> property) => property
        .HasColumnType("text[]")
        .HasConversion(
            kinds => kinds.Select(k => EnumText.Of(k)).ToArray(),
            texts => (IReadOnlyList<PlanChangeKind>)texts.Select(t => EnumText.Read<PlanChangeKind>(t)).ToArray(),
            new ValueComparer<IReadOnlyList<PlanChangeKind>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list));

    internal static void IsTargets(this PropertyBuilder<IReadOnlyList<TargetDate>> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            targets => WriteTargets(targets),
            json => ReadTargets(json),
            new ValueComparer<IReadOnlyList<TargetDate>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list));

    internal static void IsOptionalTargets(this PropertyBuilder<IReadOnlyList<TargetDate>?> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            targets => targets == null ? null : WriteTargets(targets),
            json => json == null ? null : ReadTargets(json),
            new ValueComparer<IReadOnlyList<TargetDate>?>((a, b) => a == null
                ? b == null : b != null && a.SequenceEqual(b), list => list == null ? 0 : list.Count, list => list));

    internal static void IsNotes(this PropertyBuilder<IReadOnlyList<PlanNote>> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            notes => JsonSerializer.Serialize(notes, Json),
            json => JsonSerializer.Deserialize<List<PlanNote>>(json, Json)!,
            new ValueComparer<IReadOnlyList<PlanNote>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list));

    internal static void IsEvidence(this PropertyBuilder<IReadOnlyList<EvidenceLink>> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            links => JsonSerializer.Serialize(links, Json),
            json => JsonSerializer.Deserialize<List<EvidenceLink>>(json, Json)!,
            new ValueComparer<IReadOnlyList<EvidenceLink>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list));
}
