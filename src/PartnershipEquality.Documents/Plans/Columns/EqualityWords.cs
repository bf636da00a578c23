using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Columns;

/// <summary>
/// Other words for the duty's aims and the protected characteristics: the Act's own in full, and those that plans use for them.
/// </summary>
internal static class EqualityWords
{
    private static readonly Dictionary<string, ProtectedCharacteristic> Characteristics = new()
    {
        ["religion"] = ProtectedCharacteristic.ReligionOrBelief,
        ["belief"] = ProtectedCharacteristic.ReligionOrBelief,
        ["faith"] = ProtectedCharacteristic.ReligionOrBelief,
        ["religionbelief"] = ProtectedCharacteristic.ReligionOrBelief,
        ["religionandbelief"] = ProtectedCharacteristic.ReligionOrBelief,
        ["religionandorbelief"] = ProtectedCharacteristic.ReligionOrBelief,
        ["gender"] = ProtectedCharacteristic.Sex,
        ["sexgender"] = ProtectedCharacteristic.Sex,
        ["transgender"] = ProtectedCharacteristic.GenderReassignment,
        ["genderidentity"] = ProtectedCharacteristic.GenderReassignment,
        ["marriage"] = ProtectedCharacteristic.MarriageAndCivilPartnership,
        ["civilpartnership"] = ProtectedCharacteristic.MarriageAndCivilPartnership,
        ["marriagecivilpartnership"] = ProtectedCharacteristic.MarriageAndCivilPartnership,
        ["marriageorcivilpartnership"] = ProtectedCharacteristic.MarriageAndCivilPartnership,
        ["pregnancy"] = ProtectedCharacteristic.PregnancyAndMaternity,
        ["maternity"] = ProtectedCharacteristic.PregnancyAndMaternity,
        ["pregnancymaternity"] = ProtectedCharacteristic.PregnancyAndMaternity,
        ["pregnancyormaternity"] = ProtectedCharacteristic.PregnancyAndMaternity,
        ["ethnicity"] = ProtectedCharacteristic.Race,
        ["raceethnicity"] = ProtectedCharacteristic.Race,
        ["raceandethnicity"] = ProtectedCharacteristic.Race,
    };

    private static readonly string[] Everyone = ["all", "allcharacteristics", "allprotectedcharacteristics", "allgroups",
        "allprotectedgroups", "allstrands", "allequalitystrands"];

    /// <summary>The values that the words stand for; none where they stand for none.</summary>
    public static IEnumerable<T> Read<T>(string written)
        where T : struct, Enum
    {
        var key = LooseWord.KeyOf(written);
        return typeof(T) == typeof(PsedAim) ? Aims(key).Cast<T>()
            : typeof(T) != typeof(ProtectedCharacteristic) ? []
            : Everyone.Contains(key) ? Enum.GetValues<T>()
            : Characteristics.TryGetValue(key, out var one) ? [(T)(object)one] : [];
    }

    private static PsedAim[] Aims(string key)
    {
        if (key is "all" or "allthree" or "allaims" or "allthreeaims")
        {
            return Enum.GetValues<PsedAim>();
        }

        return key.StartsWith("eliminat", StringComparison.Ordinal) && key.Contains("discrimination", StringComparison.Ordinal)
            ? [PsedAim.EliminateDiscrimination]
            : key.StartsWith("advanc", StringComparison.Ordinal) && key.Contains("equality", StringComparison.Ordinal)
                ? [PsedAim.AdvanceEquality]
            : key.StartsWith("promot", StringComparison.Ordinal) && key.Contains("equalityofopportunity", StringComparison.Ordinal)
                ? [PsedAim.AdvanceEquality]
            : key.EndsWith("goodrelations", StringComparison.Ordinal) || key.StartsWith("fostergoodrelations", StringComparison.Ordinal)
                || key.StartsWith("fosteringgoodrelations", StringComparison.Ordinal) ? [PsedAim.FosterGoodRelations]
            : [];
    }
}
