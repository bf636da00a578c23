namespace PartnershipEquality.Domain;

/// <summary>Why a request is refused, in terms of the domain; the HTTP layer gives each its status.</summary>
public enum RefusalKind
{
    /// <summary>The input cannot be used as it stands.</summary>
    Invalid,

    /// <summary>There is no such thing that the caller may see.</summary>
    NotFound,

    /// <summary>The caller may see it, but not do this.</summary>
    Forbidden,

    /// <summary>What is asked conflicts with the state things are in.</summary>
    Conflict,

    /// <summary>The caller holds an older version than the one kept.</summary>
    Stale,

    /// <summary>The caller did not say which version it holds.</summary>
    VersionMissing,

    /// <summary>More was sent than is accepted.</summary>
    TooLarge,

    /// <summary>It was there and is not kept any more.</summary>
    Gone,

    /// <summary>Each part can be read, and together they cannot be meant.</summary>
    Unusable,
}

/// <summary>
/// One field that a refusal is about: where it stands (a JSON pointer such as <c>#/target</c>, or a query parameter's name), a stable code
/// and what to do.
/// </summary>
public sealed record FieldError(string Pointer, string Code, string Detail);

/// <summary>
/// A rule said no. It is thrown where the rule stands and turned into a response in one place,
/// so nothing of a refused request is saved.
/// </summary>
public sealed class Refusal : Exception
{
    public Refusal(RefusalKind kind, string code, string detail, params IReadOnlyList<FieldError> errors)
        : base(detail)
    {
        Kind = kind;
        Code = code;
        Errors = errors;
    }

    public RefusalKind Kind { get; }

    /// <summary>Stable, kebab-case; integrations branch on it.</summary>
    public string Code { get; }

    public IReadOnlyList<FieldError> Errors { get; }

    public static Refusal NotFound(string what) =>
        new(RefusalKind.NotFound, "not-found", $"There is no such {what}, or it is not yours to see.");

    public static Refusal Conflict(string code, string detail) => new(RefusalKind.Conflict, code, detail);

    public static Refusal Forbidden(string code, string detail) => new(RefusalKind.Forbidden, code, detail);

    public static Refusal Invalid(string code, string detail, params IReadOnlyList<FieldError> errors) =>
        new(RefusalKind.Invalid, code, detail, errors);

    /// <summary>One field is at fault: the pointer, the code and the fix in one place.</summary>
    public static Refusal Field(string pointer, string code, string detail) =>
        new(RefusalKind.Invalid, "validation", "One field needs correcting.", new FieldError(pointer, code, detail));
}
