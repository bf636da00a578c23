using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Documents.Plans.Merging;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Imports.Merging;

/// <summary>
/// Makes a live plan say what a document says, by the pairs that were found and shown. What authorities reported is never
/// touched: an action that is kept keeps its assignments, and one that is withdrawn stays readable with them.
/// The structure comes first and by itself, since assignments name where their action stands.
/// </summary>
internal sealed class PlanMerge(EqualityDb db, ChangeLog log, Domain.Plans.Scheme scheme, StandingPlan live, PlanMatch match,
    DateTimeOffset at)
{
    private readonly Dictionary<UnderstoodTheme, Theme> _themes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<UnderstoodCommitment, Commitment> _commitments = new(ReferenceEqualityComparer.Instance);

    /// <param name="withdrawGone">Whether what is not in the document is withdrawn, or stays.</param>
    /// <param name="reason">Why; read by those whose work is moved or taken back.</param>
    public async Task ApplyAsync(PlanInterpreter understanding, bool withdrawGone, string reason, CancellationToken ct)
    {
        await MergeThemesAsync(ct);
        await RenameAsync(ct);
        var actions = new ActionMerge(db, log, scheme, live, match, understanding, reason, at);
        await MergeCommitmentsAsync(ct);
        await actions.MoveAsync(_commitments, ct);
        await actions.ChangeAsync(ct);
        var added = await actions.AddAsync(_commitments, ct);
        if (withdrawGone)
        {
            await actions.WithdrawAsync(ct);
            await WithdrawAsync(reason, ct);
        }

        await SayWhatDoesNotApplyAsync(ct);
        await PlaceAsync(added, ct);
    }

    private async Task MergeThemesAsync(CancellationToken ct)
    {
        var standing = await db.Themes.Where(t => t.OwnerId == scheme.OwnerId && t.SchemeId == scheme.Id).ToDictionaryAsync(t => t.Id, ct);
        foreach (var (read, found, _, _, fields) in match.Themes.Where(pair => pair.Read is not null))
        {
            if (found is null)
            {
                var theme = new Theme
                {
                    Id = Uuid.New(),
                    OwnerId = scheme.OwnerId,
                    SchemeId = scheme.Id,
                    Number = read!.Number,
                    Title = read.Title,
                    Label = read.Label,
                    Position = PlanOrder.Last - _themes.Count
                };
                db.Themes.Add(theme);
                _themes.Add(read, theme);
                log.Plan("theme.created", $"themes/{theme.Id}", theme.Version, theme.OwnerId, null, new { theme.SchemeId });
                continue;
            }

            var kept = standing[found.Id];
            _themes.Add(read!, kept);
            if (fields.Count > 0 || kept.WithdrawnAt is not null)
            {
                (kept.Number, kept.Title, kept.Label) = (read!.Number ?? kept.Number, read.Title, read.Label ?? kept.Label);
                kept.Reinstate();
                kept.Touch();
                log.Plan("theme.changed", $"themes/{kept.Id}", kept.Version, kept.OwnerId);
            }
        }
    }

    /// <summary>All at once, since a document that counts anew lets references change places.</summary>
    private async Task RenameAsync(CancellationToken ct)
    {
        var renamed = match.Commitments.Where(c => c.Pair.Live is { } found && found.Reference != c.Reference)
            .Select(c => (c.Pair.Live!.Id, From: c.Pair.Live.Reference, To: c.Reference)).ToList();
        if (renamed.Count > 0)
        {
            await PlanMoves.RenameCommitmentsAsync(db, scheme.OwnerId, renamed, ct);
        }
    }

    private async Task MergeCommitmentsAsync(CancellationToken ct)
    {
        var standing = await db.Commitments.Where(c => c.OwnerId == scheme.OwnerId && c.SchemeId == scheme.Id)
            .ToDictionaryAsync(c => c.Id, ct);
        var moved = new List<Commitment>();
        foreach (var (pair, under, reference) in match.Commitments)
        {
            if (pair.Live is not null)
            {
                var kept = standing[pair.Live.Id];
                if (pair.Fields.Count > 0 || (pair.Read is not null && kept.WithdrawnAt is not null))
                {
                    Change(kept, pair, under, moved);
                }

                if (pair.Read is not null)
                {
                    _commitments.Add(pair.Read, kept);
                }

                continue;
            }

            var commitment = new Commitment
            {
                Id = Uuid.New(),
                OwnerId = scheme.OwnerId,
                SchemeId = scheme.Id,
                ThemeId = _themes[under!].Id,
                Reference = reference,
                Position = PlanOrder.Last,
                CreatedAt = at,
                UpdatedAt = at,
            };
            var read = pair.Read!;
            new CommitmentEdit(reference, read.Title, read.Related, read.PsedAims, read.ProtectedCharacteristics, read.Label,
                read.NotApplicable, read.Notes).LayOn(commitment, liveActions: 0);
            db.Commitments.Add(commitment);
            _commitments.Add(read, commitment);
            log.Plan("commitment.created", $"commitments/{commitment.Id}", commitment.Version, commitment.OwnerId, null,
                new { commitment.ThemeId });
        }

        // What is moved by SQL may move under what is new.
        await db.SaveChangesAsync(ct);
        foreach (var commitment in moved)
        {
            await PlanMoves.MoveCommitmentAsync(db, commitment.OwnerId, commitment.Id, commitment.ThemeId, at, ct);
        }
    }

    private void Change(Commitment kept, Pair<UnderstoodCommitment, Commitment> pair, UnderstoodTheme? under, List<Commitment> moved)
    {
        if (pair.Read is { } read)
        {
            var now = CommitmentEdit.Of(kept);
            bool Differs(string field) => pair.Fields.Any(f => f.Field == field);
            // It applies while its actions come and go; whether it does in the end is said last.
            new CommitmentEdit(kept.Reference, Differs("title") ? read.Title : now.Title, Differs("related")
                ? read.Related : now.Related, Differs("psedAims") ? read.PsedAims : now.PsedAims,
                Differs("characteristics") ? read.ProtectedCharacteristics
                    : now.Characteristics, read.Label ?? now.Label, Differs("notApplicable") ? null : now.NotApplicable,
                Differs("notes") ? read.Notes : now.Notes).LayOn(kept, liveActions: 0);
            kept.Reinstate();
            if (kept.ThemeId != _themes[under!].Id)
            {
                kept.MoveTo(_themes[under!]);
                moved.Add(kept);
            }
        }

        kept.Touch(at);
        log.Plan("commitment.changed", $"commitments/{kept.Id}", kept.Version, kept.OwnerId, new { reference = pair.Live!.Reference },
            new { kept.Reference });
    }

    private async Task SayWhatDoesNotApplyAsync(CancellationToken ct)
    {
        foreach (var (pair, _, _) in match.Commitments.Where(c => c.Pair is { Read.NotApplicable: not null, Live: not null }
            && c.Pair.Fields.Any(f => f.Field == "notApplicable")))
        {
            var commitment = _commitments[pair.Read!];
            var left = await db.Actions.CountAsync(a => a.OwnerId == scheme.OwnerId && a.CommitmentId == commitment.Id
                && a.WithdrawnAt == null, ct);
            commitment.SetNotApplicable(pair.Read!.NotApplicable, left);
        }
    }

    /// <summary>Commitments and headings that the document leaves out, once none of their actions is left.</summary>
    private async Task WithdrawAsync(string reason, CancellationToken ct)
    {
        foreach (var gone in match.Commitments.Where(c => c.Pair is { Read: null, Live.WithdrawnAt: null }).Select(c => c.Pair.Live!.Id))
        {
            var commitment = await db.Commitments.FindAsync([gone], ct);
            commitment!.Withdraw(reason, 0, at);
            log.Plan("commitment.withdrawn", $"commitments/{commitment.Id}", commitment.Version, commitment.OwnerId);
        }

        foreach (var gone in match.Themes.Where(t => t.Read is null).Select(t => t.Live!.Id))
        {
            var theme = await db.Themes.FindAsync([gone], ct);
            theme!.Withdraw(reason, 0, at);
            log.Plan("theme.withdrawn", $"themes/{theme.Id}", theme.Version, theme.OwnerId);
        }
    }

    /// <summary>The document's order; what is not in it comes after, in the order it had.</summary>
    private async Task PlaceAsync(IReadOnlyDictionary<UnderstoodAction, Guid> added, CancellationToken ct)
    {
        // The order is given by SQL to rows that are there.
        await db.SaveChangesAsync(ct);
        await PlanOrder.PlaceAsync(db, scheme.OwnerId, PlanLevel.Themes,
            After(match.Themes.Where(t => t.Read is not null).Select(t => _themes[t.Read!].Id), live.Themes.Select(t => t.Id)), ct);
        await PlanOrder.PlaceAsync(db, scheme.OwnerId, PlanLevel.Commitments,
            After(match.Commitments.Where(c => c.Pair.Read is not null).Select(c => _commitments[c.Pair.Read!].Id),
                live.Commitments.Select(c => c.Id)), ct);
        await PlanOrder.PlaceAsync(db, scheme.OwnerId, PlanLevel.Actions,
            After(match.Actions.Where(a => a.Pair.Read is not null).Select(a => a.Pair.Live?.Id ?? added[a.Pair.Read!]),
                live.Actions.Select(a => a.Id)), ct);
        await PlanOrder.RenumberAsync(db, scheme.OwnerId, scheme.Id, null, null, ct);
    }

    private static Guid[] After(IEnumerable<Guid> first, IEnumerable<Guid> rest) => [.. first.Concat(rest).Distinct()];
}
