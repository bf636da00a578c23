namespace PartnershipEquality.Api.Pipeline;

/// <summary>The one permission a request needs. It sits on the request, so that routes, pages and jobs are held to the same.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class NeedsAttribute(string? permission, bool readOnly) : Attribute
{
    public string? Permission { get; } = permission;

    /// <summary>The transaction is opened read only, so that the database itself refuses a write.</summary>
    public bool ReadOnly { get; } = readOnly;
}

/// <summary>The request only reads, and needs this permission.</summary>
public sealed class ReadsAttribute(string permission) : NeedsAttribute(permission, readOnly: true)
{
    /// <summary>All its statements see the database as it was at one moment, however long they take.</summary>
    public bool AtOneMoment { get; set; }
}

/// <summary>The request changes something, and needs this permission.</summary>
public sealed class WritesAttribute(string permission) : NeedsAttribute(permission, readOnly: false);

/// <summary>Every verified credential may send the request: it only reads, and answers about the caller itself.</summary>
public sealed class ForAnyCredentialAttribute() : NeedsAttribute(null, readOnly: true);

/// <summary>Whoever has the link of a message may send the request, and nobody else: its route takes no other credential.</summary>
public sealed class ForMessageLinkAttribute(bool readOnly) : NeedsAttribute(null, readOnly);

/// <summary>The program sends the request after another of the caller's, to finish what that began; no route reaches it.</summary>
public sealed class FollowsAttribute(string permission) : NeedsAttribute(permission, readOnly: false);

/// <summary>Only the timetable sends the request; no credential reaches it.</summary>
public sealed class ForTimetableAttribute() : NeedsAttribute(null, readOnly: false);
