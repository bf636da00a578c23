using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Api.Features.TargetDates;

[Reads(Permission.PlanRead)]
public sealed record ReadTargetDate([FromBody] TargetDateText Body) : IRequest<TargetDateReading>;

/// <summary>A target as somebody writes it.</summary>
/// <param name="Text">The text: "autumn 2011", "On-going", "December 2026 and yearly thereafter".</param>
/// <param name="PlanYear">The year in which the plan's financial year begins, for quarters written without one.</param>
/// <param name="AppliesTo">The cross-reference beside it, where groups of authorities have dates of their own.</param>
public sealed record TargetDateText(
    [property: MaxLength(4000)] string? Text,
    [property: Range(1900, 2200)] int? PlanYear,
    [property: MaxLength(4000)] string? AppliesTo);

/// <summary>What the text means.</summary>
/// <param name="Targets">One for each date that the text holds; exactly one for most.</param>
/// <param name="Wording">The same in plain words.</param>
public sealed record TargetDateReading(IReadOnlyList<TargetDateRecord> Targets, string Wording);

internal sealed class ReadTargetDateHandler : IRequestHandler<ReadTargetDate, TargetDateReading>
{
    public Task<TargetDateReading> Handle(ReadTargetDate request, CancellationToken cancellationToken)
    {
        var year = request.Body.PlanYear is { } from ? new PlanYear(from) : (PlanYear?)null;
        var targets = TargetDateReader.Read(request.Body.Text, year, request.Body.AppliesTo);
        return Task.FromResult(new TargetDateReading([.. targets.Select(TargetDateRecord.From)], TargetDateWording.Say(targets)));
    }
}
