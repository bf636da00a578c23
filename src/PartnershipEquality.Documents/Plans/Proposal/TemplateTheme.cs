using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>A theme while its rows are still coming in.</summary>
internal sealed class TemplateTheme(string? number, string title)
{
    private readonly TitleVariants _titles = new(title);

    public string? Number { get; } = number;

    public string? Label { get; set; }

    public string Title => _titles.First;

    public List<TemplateCommitment> Commitments { get; } = [];

    public bool IsCalled(string title) => _titles.Contains(title);

    public bool Accepts(string title) => _titles.Accepts(title);

    public ProposedTheme ToProposal() =>
        new(Number, Title, [.. Commitments.Select(commitment => commitment.ToProposal())]) { Label = Label };
}
