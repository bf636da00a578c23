using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnershipEquality.Api.Tests.OpenApi;

/// <summary>
/// One schema of the document, read once: as much of JSON Schema as the document uses. A keyword or format that it
/// does not know is an error and not passed over, or the check would grow blind unnoticed. Stricter than the
/// standard in one thing: a field that the schema does not name is wrong, since clients cannot have heard of it.
/// </summary>
internal sealed class Schema
{
    /// <summary>How a fault ends that is about a field which is not there.</summary>
    public const string Missing = " is missing";

    private static readonly HashSet<string> Words = ["description", "title", "example", "examples", "default", "deprecated", "readOnly",
        "writeOnly"];

    private static readonly Dictionary<string, Func<JsonElement, bool>> Formats = new(StringComparer.Ordinal)
    {
        ["uuid"] = v => Guid.TryParseExact(v.GetString(), "D", out _),
        ["date"] = v => DateOnly.TryParseExact(v.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ["date-time"] = v => v.GetString() is { Length: > 19 } text && text[10] == 'T' && text[^1] == 'Z'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        ["email"] = v => v.GetString()!.Contains('@', StringComparison.Ordinal),
        ["uri"] = v => Uri.TryCreate(v.GetString(), UriKind.Absolute, out _),
        ["byte"] = v => v.TryGetBytesFromBase64(out _),
        ["binary"] = _ => true,
        ["int32"] = v => v.TryGetInt32(out _),
        ["int64"] = v => v.TryGetInt64(out _),
        ["double"] = v => v.TryGetDouble(out _),
    };

    private readonly Func<Schema>? _named;
    private readonly HashSet<string> _types = [];
    private readonly HashSet<string>? _allowed;
    private readonly string? _format;
    private readonly string[] _required = [];
    private readonly Dictionary<string, Schema> _properties = new(StringComparer.Ordinal);
    private readonly Schema? _items;
    private readonly Schema? _others;
    private readonly bool _open;
    private readonly Schema[] _allOf = [];
    private readonly Schema[] _anyOf = [];
    private readonly Schema[] _oneOf = [];
    private readonly (decimal? Minimum, decimal? Maximum) _range;
    private readonly (int? Minimum, int? Maximum) _length;
    private readonly (int? Minimum, int? Maximum) _count;
    private readonly Regex? _pattern;

    /// <param name="json">The schema as the document has it.</param>
    /// <param name="find">Answers what a reference names.</param>
    public Schema(JsonElement json, Func<string, Schema> find)
    {
        if (json.TryGetProperty("$ref", out var reference))
        {
            var path = reference.GetString()!;
            _named = () => find(path);
            return;
        }

        foreach (var keyword in json.EnumerateObject())
        {
            var value = keyword.Value;
            switch (keyword.Name)
            {
                case "type" when value.ValueKind == JsonValueKind.Array:
                    _types.UnionWith(value.EnumerateArray().Select(t => t.GetString()!));
                    break;
                case "type":
                    _types.Add(value.GetString()!);
                    break;
                case "nullable":
                    _ = value.GetBoolean() && _types.Add("null");
                    break;
                case "enum":
                    _allowed = [.. value.EnumerateArray().Select(v => v.GetRawText())];
                    break;
                case "format":
                    _format = value.GetString()!;
                    _ = Formats.ContainsKey(_format)
                        ? true : throw new NotSupportedException($"The check does not know the format {_format}.");
                    break;
                case "required":
                    _required = [.. value.EnumerateArray().Select(v => v.GetString()!)];
                    break;
                case "properties":
                    _properties = value.EnumerateObject().ToDictionary(p => p.Name, p => new Schema(p.Value, find), StringComparer.Ordinal);
                    break;
                case "items":
                    _items = new Schema(value, find);
                    break;
                case "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                    _others = new Schema(value, find);
                    break;
                case "additionalProperties":
                    _open = value.GetBoolean();
                    break;
                case "allOf":
                    _allOf = Several(value, find);
                    break;
                case "anyOf":
                    _anyOf = Several(value, find);
                    break;
                case "oneOf":
                    _oneOf = Several(value, find);
                    break;
                case "minimum":
                    _range.Minimum = value.GetDecimal();
                    break;
                case "maximum":
                    _range.Maximum = value.GetDecimal();
                    break;
                case "minLength":
                    _length.Minimum = value.GetInt32();
                    break;
                case "maxLength":
                    _length.Maximum = value.GetInt32();
                    break;
                case "minItems":
                    _count.Minimum = value.GetInt32();
                    break;
                case "maxItems":
                    _count.Maximum = value.GetInt32();
                    break;
                case "pattern":
                    _pattern = new Regex(value.GetString()!, RegexOptions.CultureInvariant);
                    break;
                default:
                    _ = Words.Contains(keyword.Name)
                        ? true : throw new NotSupportedException($"The check does not know the keyword {keyword.Name}.");
                    break;
            }
        }
    }

    /// <summary>What is wrong with the value: each place, and why.</summary>
    public IReadOnlyList<string> Faults(JsonElement value)
    {
        var faults = new List<string>();
        Check(value, "#", faults, closed: true);
        return faults;
    }

    private static Schema[] Several(JsonElement list, Func<string, Schema> find) =>
        [.. list.EnumerateArray().Select(s => new Schema(s, find))];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        _ => "null",
    };

    private void Check(JsonElement value, string at, List<string> faults, bool closed)
    {
        if (_named is not null)
        {
            _named().Check(value, at, faults, closed);
            return;
        }

        var type = TypeOf(value);
        if (_types.Count > 0 && !_types.Contains(type) && !(type == "integer" && _types.Contains("number")))
        {
            faults.Add($"{at} is {type}, not {string.Join(" or ", _types)}");
            return;
        }

        if (type == "null" && _types.Contains("null"))
        {
            return;
        }

        if (_allowed?.Contains(value.GetRawText()) == false)
        {
            faults.Add($"{at} is {value.GetRawText()}, none of {string.Join(", ", _allowed)}");
        }

        if (_format is not null && type is "string" or "integer" or "number" && !Formats[_format!](value))
        {
            faults.Add($"{at} is {value.GetRawText()}, no {_format}");
        }

        CheckSize(value, type, at, faults);
        CheckParts(value, at, faults, closed && _properties.Count == 0 && type == "object");
        if (type == "object")
        {
            CheckFields(value, at, faults, closed);
        }
        else if (type == "array" && _items is not null)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                _items.Check(item, $"{at}/{index++}", faults, closed: true);
            }
        }
    }

    private void CheckSize(JsonElement value, string type, string at, List<string> faults)
    {
        if (type is "integer" or "number" && (value.GetDecimal() < _range.Minimum || value.GetDecimal() > _range.Maximum))
        {
            faults.Add($"{at} is {value.GetRawText()}, not within {_range.Minimum} to {_range.Maximum}");
        }

        if (type == "string" && (_length.Minimum ?? _length.Maximum) is not null && value.GetString()!.EnumerateRunes().Count() is var runes
            && (runes < _length.Minimum || runes > _length.Maximum))
        {
            faults.Add($"{at} has {runes} characters, not {_length.Minimum} to {_length.Maximum}");
        }

        if (type == "string" && _pattern?.IsMatch(value.GetString()!) == false)
        {
            faults.Add($"{at} is {value.GetRawText()}, which {_pattern} does not match");
        }

        if (type == "array" && (value.GetArrayLength() < _count.Minimum || value.GetArrayLength() > _count.Maximum))
        {
            faults.Add($"{at} has {value.GetArrayLength()} items, not {_count.Minimum} to {_count.Maximum}");
        }
    }

    private void CheckParts(JsonElement value, string at, List<string> faults, bool closed)
    {
        foreach (var part in _allOf)
        {
            part.Check(value, at, faults, closed && _allOf.Length == 1);
        }

        if (_anyOf.Length > 0 && !_anyOf.Any(part => part.Takes(value, closed)))
        {
            faults.Add($"{at} fits none of anyOf");
        }

        if (_oneOf.Length > 0 && _oneOf.Count(part => part.Takes(value, closed)) is var fitting and not 1)
        {
            faults.Add($"{at} fits {fitting} of oneOf");
        }
    }

    private bool Takes(JsonElement value, bool closed)
    {
        var faults = new List<string>();
        Check(value, "#", faults, closed);
        return faults.Count == 0;
    }

    private void CheckFields(JsonElement value, string at, List<string> faults, bool closed)
    {
        faults.AddRange(_required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{at}/{name}{Missing}"));
        var known = closed ? Known() : null;
        foreach (var field in value.EnumerateObject())
        {
            if (_properties.TryGetValue(field.Name, out var schema))
            {
                schema.Check(field.Value, $"{at}/{field.Name}", faults, closed: true);
            }
            else if (_others is not null)
            {
                _others.Check(field.Value, $"{at}/{field.Name}", faults, closed: true);
            }
            else if (known?.Contains(field.Name) == false)
            {
                faults.Add($"{at}/{field.Name} is not documented");
            }
        }
    }

    /// <summary>The fields that it or one of its parts names; null when any may stand there.</summary>
    private HashSet<string>? Known()
    {
        if (_named is not null)
        {
            return _named().Known();
        }

        if (_open || _others is not null
            || (_types.Count == 0 && _properties.Count == 0 && _allOf.Length + _anyOf.Length + _oneOf.Length == 0))
        {
            return null;
        }

        var known = _properties.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var part in _allOf.Concat(_anyOf).Concat(_oneOf).Select(p => p.Known()))
        {
            if (part is null)
            {
                return null;
            }

            known.UnionWith(part);
        }

        return known;
    }
}
