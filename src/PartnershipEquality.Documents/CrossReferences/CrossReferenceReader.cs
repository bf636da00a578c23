namespace PartnershipEquality.Documents.CrossReferences;

/// <summary>
/// Reads for whom an action is from a plan's cell: ALL, ALL OTHERS, ALL EXCEPT some, codes, names, aliases and their qualifiers.
/// It never throws and never guesses: what it cannot tell is left unresolved, and a blank cell is for nobody yet, never for ALL.
/// </summary>
public static class CrossReferenceReader
{
    public static CrossReference Read(string? text, IReadOnlyList<KnownAuthority> authorities, IReadOnlyList<string> outsideBodies) =>
        Read(text, new CrossReferenceVocabulary(authorities, outsideBodies));

    /// <summary>The same for many cells of one plan, whose names are taken in once.</summary>
    public static CrossReference Read(string? text, CrossReferenceVocabulary vocabulary)
    {
        var pieces = vocabulary.Cut(text ?? "");
        var mentions = new CrossReferenceMentions(text ?? "", vocabulary.Codes);
        var newGroup = true;
        for (var at = 0; at < pieces.Count;)
        {
            if (pieces[at].Separates)
            {
                newGroup |= pieces[at].Kind == CrossReferencePieceKind.SpacedSlash;
                at++;
                continue;
            }
            if (newGroup || pieces[at].StartsGroup)
            {
                mentions.StartGroup();
                newGroup = false;
            }
            at = ReadItem(pieces, at, mentions);
        }
        return mentions.Settle();
    }

    /// <summary>Reads one item of the list and answers where the next begins.</summary>
    private static int ReadItem(IReadOnlyList<CrossReferencePiece> pieces, int start, CrossReferenceMentions mentions)
    {
        if (pieces[start].MeansMany && AfterExcept(pieces, start) is { } exceptions)
        {
            return ReadExceptions(pieces, start, exceptions, mentions);
        }
        var end = EndOfItem(pieces, start);
        var item = pieces.Skip(start).Take(end - start).ToList();
        if (item.Count == 1 && item[0].IsSomeone)
        {
            mentions.Add(item[0], item[0].Start, item[0].End, null);
        }
        else if (item.TrueForAll(piece => piece.Names))
        {
            item.ForEach(piece => mentions.Add(piece, piece.Start, piece.End, null));
        }
        else if (item[0].IsSomeone && item[1].OpensQualifier && IsPlainQualifier(item))
        {
            var last = item[1].Kind == CrossReferencePieceKind.Bracket && item[^1].Kind == CrossReferencePieceKind.ClosingBracket
                ? item[^2] : item[^1];
            mentions.Add(item[0], item[0].Start, item[^1].End, last.End > item[1].End ? (item[1].End, last.End) : null);
        }
        else if (item.Count > 2 && item[^1].IsSomeone && item[^2] is { Kind: CrossReferencePieceKind.Dash, IsApart: true }
            && !item.Take(item.Count - 2).Any(piece => piece.IsSomeone))
        {
            mentions.Add(item[^1], item[0].Start, item[^1].End, (item[0].Start, item[^3].End));
        }
        else
        {
            mentions.AddUnresolved(item[0].Start, item[^1].End);
        }
        return end;
    }

    /// <summary>
    /// An item ends at a semicolon or a new group. A comma, "and" or slash ends it too, unless it is part of what is said about someone:
    /// then only if someone, or what looks like a code, follows.
    /// </summary>
    private static int EndOfItem(IReadOnlyList<CrossReferencePiece> pieces, int start)
    {
        var qualified = pieces[start].IsSomeone && start + 1 < pieces.Count && pieces[start + 1].OpensQualifier;
        for (var i = start + 1; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.StartsGroup || piece.Kind == CrossReferencePieceKind.Semicolon)
            {
                return i;
            }
            if (!piece.Separates)
            {
                continue;
            }
            var wordFollows = i + 1 < pieces.Count && !pieces[i + 1].Separates && !pieces[i + 1].StartsGroup;
            var goesOn = qualified
                ? wordFollows && !BeginsItem(pieces, i + 1)
                : wordFollows && piece.Kind == CrossReferencePieceKind.And && pieces[i - 1].Kind == CrossReferencePieceKind.Text
                    && pieces[i + 1].Kind == CrossReferencePieceKind.Text;
            if (!goesOn)
            {
                return i;
            }
        }
        return pieces.Count;
    }

    /// <summary>
    /// Within a qualifier: whether a piece is rather the next item. "carers and others" goes on; "carers, ALL OTHERS" does not.
    /// </summary>
    private static bool BeginsItem(IReadOnlyList<CrossReferencePiece> pieces, int at)
    {
        var alone = at + 1 == pieces.Count || pieces[at + 1].StartsGroup || pieces[at + 1].Separates || pieces[at + 1].OpensQualifier;
        return alone
            && (pieces[at].Names || (pieces[at].IsCapitals && (pieces[at].MeansMany || pieces[at].Kind == CrossReferencePieceKind.Text)));
    }

    /// <summary>
    /// A qualifier that itself names someone, or might mean everyone, could be read in two ways, so it is not read at all.
    /// </summary>
    private static bool IsPlainQualifier(List<CrossReferencePiece> item)
    {
        for (var i = 2; i < item.Count; i++)
        {
            var isAside = item[1].Kind == CrossReferencePieceKind.Bracket && item[i].Kind == CrossReferencePieceKind.ClosingBracket
                && i < item.Count - 1;
            if (isAside || item[i].Names || item[i].Kind == CrossReferencePieceKind.Except
                || (item[i].MeansMany && (item[i - 1].Separates || item.Count == 3)))
            {
                return false;
            }
        }
        return true;
    }

    private static int? AfterExcept(IReadOnlyList<CrossReferencePiece> pieces, int all)
    {
        var next = all + 1;
        if (next < pieces.Count && (pieces[next].OpensQualifier || pieces[next].Separates))
        {
            next++;
        }
        return next < pieces.Count && pieces[next].Kind == CrossReferencePieceKind.Except ? next + 1 : null;
    }

    /// <summary>
    /// Unless every exception is known, nobody is: to take all of them would assign the one that was meant to be left out.
    /// </summary>
    private static int ReadExceptions(IReadOnlyList<CrossReferencePiece> pieces, int all, int first, CrossReferenceMentions mentions)
    {
        var excepted = new HashSet<string>();
        var known = first < pieces.Count && pieces[first].Names;
        var at = first;
        while (at < pieces.Count && !(at > first && pieces[at].StartsGroup) && pieces[at].Kind != CrossReferencePieceKind.SpacedSlash)
        {
            if (pieces[at].Kind == CrossReferencePieceKind.Semicolon && !IsAnotherException(pieces, at + 1))
            {
                break;
            }
            if (pieces[at].Kind == CrossReferencePieceKind.Authority)
            {
                excepted.Add(pieces[at].Name!);
            }
            else
            {
                known &= pieces[at].Kind == CrossReferencePieceKind.OutsideBody || pieces[at].Separates
                    || pieces[at].Kind == CrossReferencePieceKind.ClosingBracket;
            }
            at++;
        }
        if (known)
        {
            mentions.Add(pieces[all], pieces[all].Start, pieces[at - 1].End, null, excepted);
        }
        else
        {
            mentions.AddUnresolved(pieces[all].Start, pieces[at - 1].End);
        }
        return at;
    }

    /// <summary>
    /// After "ALL EXCEPT MBC;" a bare authority is one more exception, since ALL has it already; anything qualified is an item of its own.
    /// </summary>
    private static bool IsAnotherException(IReadOnlyList<CrossReferencePiece> pieces, int at)
    {
        if (at >= pieces.Count || pieces[at].StartsGroup
            || pieces[at].Kind is not (CrossReferencePieceKind.Authority or CrossReferencePieceKind.Text))
        {
            return false;
        }
        var end = EndOfItem(pieces, at);
        return !Enumerable.Range(at, end - at).Any(i => pieces[i].OpensQualifier);
    }
}
