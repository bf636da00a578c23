using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>
/// A plan written without a table: paragraphs that each say what is done, and beside or below it, behind labels that come again and again,
/// who does it and by when. They are put into tables, one from heading to heading, that are then read like any other.
/// </summary>
internal sealed class ParagraphPlan
{
    private const int FewestItems = 2;
    private const int LongestItem = 3;

    private readonly List<object> _blocks = [];
    private readonly List<SourceText> _pending = [];
    private Item? _item;

    private ParagraphPlan()
    {
    }

    /// <summary>The document with its items as tables, or null where no two of its paragraphs have the same labels.</summary>
    public static SourceDocument? Of(SourceDocument document)
    {
        var texts = document.Blocks.OfType<SourceText>().ToList();
        var others = texts.Select(text => LabelledText.OtherLabelOf(text.Text)).OfType<string>().CountBy(label => label)
            .Where(label => label.Value >= FewestItems).Select(label => label.Key).ToHashSet();
        var bracketed = BracketedItems.Of(texts);
        var plan = new ParagraphPlan();
        foreach (var block in document.Blocks)
        {
            if (block is SourceText text)
            {
                plan.Take(text, bracketed.GetValueOrDefault(text) ?? LabelledText.Of(text.Text, others));
            }
            else
            {
                plan.End();
                plan._blocks.Add(block);
            }
        }

        plan.End();
        return plan.IsPlan() ? document with { Blocks = plan.Blocks() } : null;
    }

    private bool IsPlan()
    {
        var items = _blocks.OfType<Item>().ToList();
        return items.Count >= FewestItems
            && items.SelectMany(item => item.Parts.Select(part => part.Column).Distinct()).CountBy(column => column)
                .Any(column => column.Value >= FewestItems
                    && column.Key is PlanColumn.Responsible or PlanColumn.Target or PlanColumn.Outcome or PlanColumn.Measures
                        or PlanColumn.Milestones);
    }

    private void Take(SourceText text, IReadOnlyList<LabelledPart> parts)
    {
        if (parts.Count == 0)
        {
            _pending.Add(text);
            return;
        }

        if (parts[0].Label is null)
        {
            End();
            _item = new Item(text);
            parts.ToList().ForEach(_item.Add);
            return;
        }

        var isNew = _item is null || LabelledText.IsLevel(parts[0].Column)
            ? _item is null || _item.IsBelowLevels || _item.Has(parts[0].Column) : IsTitled(parts[0].Column);
        if (isNew)
        {
            Begin(text, isLevel: LabelledText.IsLevel(parts[0].Column));
        }
        else
        {
            _pending.ForEach(_item!.GoOn);
            _pending.Clear();
            _item!.Texts.Add(text);
        }

        parts.ToList().ForEach(_item!.Add);
    }

    /// <summary>What stands since the last label is the next item's title, and not the rest of what the label began.</summary>
    private bool IsTitled(PlanColumn next) =>
        _pending.Count > 0 && !_item!.IsOpen
            && (_item.Has(next) || _pending.Exists(text => text.IsHeading || NumberLabel.Of(text.Text) is not null));

    private void Begin(SourceText text, bool isLevel)
    {
        var title = isLevel ? [] : Title();
        End();
        _item = new Item(title.Count > 0 ? title[0] : text);
        title.ForEach(_item.Entitle);
        if (title.Count > 0)
        {
            _item.Texts.Add(text);
        }
    }

    /// <summary>The last of the paragraphs above, with those between it and its number.</summary>
    private List<SourceText> Title()
    {
        var numbered = _pending.FindLastIndex(text => NumberLabel.Of(text.Text) is not null);
        var first = numbered >= 0 && _pending.Count - numbered <= LongestItem && !_pending.Skip(numbered + 1).Any(text => text.IsHeading)
            ? numbered : Math.Max(_pending.Count - 1, 0);
        var title = _pending.Skip(first).ToList();
        _pending.RemoveRange(first, title.Count);
        return title;
    }

    /// <summary>The item is over. What stands below it is text again, save the rest of a sentence.</summary>
    private void End()
    {
        while (_item is not null && _pending.Count > 0 && _item.GoesOnWith(_pending[0]))
        {
            _item.GoOn(_pending[0]);
            _pending.RemoveAt(0);
        }

        if (_item is not null)
        {
            _blocks.AddRange(_item.IsWhole ? [_item] : _item.Texts);
        }

        _item = null;
        _blocks.AddRange(_pending);
        _pending.Clear();
    }

    private List<SourceBlock> Blocks()
    {
        var headings = new List<(PlanColumn Column, string Heading)>();
        foreach (var part in _blocks.OfType<Item>().SelectMany(item => item.Parts)
            .OrderByDescending(part => part.Label is null || LabelledText.IsLevel(part.Column)))
        {
            if (!headings.Exists(heading => IsOf(heading, part)))
            {
                headings.Add((part.Column, part.Label ?? CanonicalColumns.Action.Header));
            }
        }

        var labels = _blocks.OfType<Item>().SelectMany(item => item.Parts).Select(part => part.Label).OfType<string>()
            .DistinctBy(LooseWord.KeyOf).ToList();
        var blocks = new List<SourceBlock>();
        var rows = new List<SourceRow>();
        var tables = 0;
        foreach (var block in _blocks)
        {
            if (block is Item item)
            {
                if (rows.Count == 0)
                {
                    rows.Add(new SourceRow(item.Number, [.. headings.Select(heading => heading.Heading)]));
                }

                rows.Add(new SourceRow(item.Number,
                    [.. headings.Select(
                        heading => string.Join('\n',
                            item.Parts.Where(part => IsOf(heading, part)).Select(part => Written(part, heading.Heading))
                                .Where(text => text.Length > 0)))]));
                continue;
            }

            EndTable();
            tables += block is SourceGrid ? 1 : 0;
            blocks.Add((SourceBlock)block);
        }

        EndTable();
        return blocks;

        void EndTable()
        {
            if (rows.Count > 0)
            {
                blocks.Add(new SourceGrid($"Table {++tables}", [.. rows]) { Labels = labels });
                rows.Clear();
            }
        }
    }

    /// <summary>The same column may have several labels; what else names nothing has each its own.</summary>
    private static bool IsOf((PlanColumn Column, string Heading) heading, LabelledPart part) =>
        heading.Column == part.Column
            && (part.Column != PlanColumn.Note || LooseWord.KeyOf(heading.Heading) == LooseWord.KeyOf(part.Label!));

    private static string Written(LabelledPart part, string heading) =>
        part.Label is null || LooseWord.KeyOf(part.Label) == LooseWord.KeyOf(heading) || LabelledText.IsLevel(part.Column)
            || part.Column is PlanColumn.Responsible or PlanColumn.Target ? part.Text : $"{part.Label}: {part.Text}";

    /// <summary>An item in the making: the paragraphs it came from, and their parts.</summary>
    private sealed class Item(SourceText first)
    {
        public int Number => first.Number;

        public List<SourceText> Texts { get; } = [first];

        public List<LabelledPart> Parts { get; } = [];

        /// <summary>It says what is done, and something of it.</summary>
        public bool IsWhole => Parts.Exists(part => LabelledText.IsLevel(part.Column)) && IsBelowLevels;

        public bool IsBelowLevels => Parts.Exists(part => !LabelledText.IsLevel(part.Column));

        /// <summary>Its last label has nothing behind it yet.</summary>
        public bool IsOpen => Parts.Count > 0 && Parts[^1].Text.Length == 0;

        public bool Has(PlanColumn column) => Parts.Exists(part => part.Column == column && column != PlanColumn.Note);

        public void Add(LabelledPart part) => Parts.Add(part);

        public void Entitle(SourceText text)
        {
            if (text != first)
            {
                Texts.Add(text);
            }

            Parts.Add(new LabelledPart(null, PlanColumn.Action, text.Text));
        }

        public bool GoesOnWith(SourceText text) =>
            IsOpen || (!text.IsHeading && Parts.Count > 0 && NumberLabel.Of(text.Text) is null
                && (CellFlow.StartsLower(text.Text) || CellFlow.EndsOpen(Parts[^1].Text)));

        public void GoOn(SourceText text)
        {
            Texts.Add(text);
            Parts[^1] = Parts[^1] with { Text = CellFlow.Join(Parts[^1].Text, text.Text, goesOn: text.Text[0] != '•') };
        }
    }
}
