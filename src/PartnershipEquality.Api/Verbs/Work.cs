namespace PartnershipEquality.Api.Verbs;

/// <summary>Runs the work that is due: until stopped, or once as on a given day.</summary>
public static class Work
{
    public static Task<int> RunAsync(string[] args, Options options) => Task.FromResult(args.Length + (options.Has("once") ? 1 : 0));
}
