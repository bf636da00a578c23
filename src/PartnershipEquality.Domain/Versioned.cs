namespace PartnershipEquality.Domain;

/// <summary>What readers know by its version: every change that they can see counts it up by one.</summary>
public abstract class Versioned
{
    public int Version { get; private set; } = 1;

    /// <summary>It has changed.</summary>
    protected void Revise() => Version++;
}
