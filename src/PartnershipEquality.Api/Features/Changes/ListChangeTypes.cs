using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data.ChangeLog;

namespace PartnershipEquality.Api.Features.Changes;

[ForAnyCredential]
public sealed record ListChangeTypes : IRequest<ChangeTypeList>;

/// <summary>The types of change that there are.</summary>
/// <param name="Items">Every type, by noun.</param>
public sealed record ChangeTypeList(IReadOnlyList<ChangeTypeDetail> Items);

/// <summary>A type of change.</summary>
/// <param name="Name">A noun and what happened to it.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Description">What it means for who keeps a copy.</param>
public sealed record ChangeTypeDetail(string Name, string Title, string Description);

internal sealed class ListChangeTypesHandler : IRequestHandler<ListChangeTypes, ChangeTypeList>
{
    private static readonly ChangeTypeList All = new(
        [.. ChangeTypes.All.Select(t => new ChangeTypeDetail(t.Name, t.Title, t.Description))]);

    public Task<ChangeTypeList> Handle(ListChangeTypes request, CancellationToken cancellationToken) => Task.FromResult(All);
}
