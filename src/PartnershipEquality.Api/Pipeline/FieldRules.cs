using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>
/// Reads the annotations on request and body records, the same ones that OpenAPI is made from, and turns what
/// breaks them into field errors with a pointer, a stable code and the fix. PATCH results are checked here too,
/// which a check bound to routes could not do.
/// </summary>
public static class FieldRules
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>
    /// Refuses with every field that breaks a rule. A member named <c>Body</c> is the document itself: its fields stand at the root.
    /// </summary>
    public static void Check(object value)
    {
        var errors = new List<FieldError>();
        Walk(value, "", errors, new HashSet<object>(ReferenceEqualityComparer.Instance));
        if (errors.Count > 0)
        {
            throw Refusal.Invalid("validation", errors.Count == 1
                ? "One field needs correcting." : $"{errors.Count} fields need correcting.", errors);
        }
    }

    private static void Walk(object value, string path, List<FieldError> errors, HashSet<object> seen)
    {
        if (!seen.Add(value) || errors.Count >= 100)
        {
            return;
        }

        foreach (var property in PropertiesOf(value.GetType()))
        {
            var inside = property.Name == "Body"
                ? path + "#" : $"{(path.Length > 0 ? path + "/" : "")}{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}";
            var item = property.GetValue(value);
            foreach (var rule in RulesOf(property))
            {
                if (rule.GetValidationResult(item, new ValidationContext(value)
                {
                    MemberName = property.Name,
                    DisplayName = JsonNamingPolicy.CamelCase.ConvertName(property.Name)
                }) is { } broken)
                {
                    errors.Add(new FieldError(inside, CodeOf(rule), broken.ErrorMessage ?? "Not valid."));
                }
            }

            switch (item)
            {
                case string text when text.Contains('\0'):
                    errors.Add(new FieldError(inside, "control-character", "Leave out the character U+0000; text cannot hold it."));
                    break;
                case string or JsonElement or null:
                    break;
                case IEnumerable items when items is not IDictionary:
                    var index = 0;
                    foreach (var element in items)
                    {
                        if (element is null)
                        {
                            errors.Add(new FieldError($"{inside}/{index}", "required", "Leave the item out, or give it a value."));
                        }
                        else if (element is string text && text.Contains('\0'))
                        {
                            errors.Add(new FieldError($"{inside}/{index}", "control-character",
                                "Leave out the character U+0000; text cannot hold it."));
                        }
                        else if (IsOurs(element.GetType()))
                        {
                            Walk(element, $"{inside}/{index}", errors, seen);
                        }

                        index++;
                    }

                    break;
                default:
                    if (IsOurs(item.GetType()))
                    {
                        Walk(item, inside, errors, seen);
                    }

                    break;
            }
        }
    }

    private static bool IsOurs(Type type) =>
        type.IsClass && type.Namespace?.StartsWith("PartnershipEquality", StringComparison.Ordinal) == true;

    private static PropertyInfo[] PropertiesOf(Type type) =>
        Properties.GetOrAdd(type,
            t => [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0)]);

    /// <summary>On a positional record the annotation stands on the constructor's parameter.</summary>
    private static IEnumerable<ValidationAttribute> RulesOf(PropertyInfo property)
    {
        var parameter = property.DeclaringType!.GetConstructors().SelectMany(c => c.GetParameters())
            .FirstOrDefault(p => p.Name == property.Name);
        return property.GetCustomAttributes<ValidationAttribute>().Concat(parameter?.GetCustomAttributes<ValidationAttribute>() ?? [])
            .DistinctBy(a => a.GetType());
    }

    private static string CodeOf(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "required",
        MaxLengthAttribute => "too-long",
        MinLengthAttribute => "too-short",
        StringLengthAttribute => "length",
        RangeAttribute => "out-of-range",
        RegularExpressionAttribute => "format",
        _ => "invalid",
    };
}
