using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.TablesIn;

/// <summary>
/// Shows tables while their mappings are fitted, and takes in what a person says of their columns: of the
/// first rows alone, so that it takes a moment.
/// </summary>
public sealed class TablePreviews(ITableRecord record, Shelf shelf, Settings settings)
{
    private const int MostRows = 14, MostCells = 30, LongestCell = 60, MostFirst = 3, MostEvents = 3,
        MostRejected = 3;

    private readonly TablePieces pieces = new(record);

    /// <summary>The ready mappings that there are, with what they are for.</summary>
    public IReadOnlyList<(string Name, Wording Title)> Ready { get; } =
    [
        .. ReadyMappings.FittingTo(shelf.Book.Catalogue)
            .Select(each => (each.Name, each.Mapping.Title ?? new Wording(each.Name, each.Name))),
    ];

    /// <returns>Null: its first rows are not there (any more).</returns>
    public async Task<TablePreview?> OfAsync(HandedTable table)
    {
        if (await pieces.SampleAsync(table) is not { } sample)
        {
            return null;
        }

        IReadOnlyList<Flaw> flaws = [];
        var catalogue = shelf.Book.Catalogue;
        var mapping = table.Mapping.Length == 0 ? null
            : TableMappings.Read(table.Mapping, catalogue, out flaws);
        return mapping is null ? Unmapped(sample, flaws) : Mapped(sample, table, mapping, catalogue);
    }

    /// <summary>The text of a mapping with what a person has chosen; of another header alone that.</summary>
    /// <param name="columns">
    /// By the number of a column in the preview, what it is called; empty: not read.
    /// </param>
    /// <param name="times">Likewise the multipliers of amounts.</param>
    public string Chosen(
        string text, TablePreview shown, string? sheet, int? headerRow, string? source,
        Func<int, string?> columns, Func<int, string?> times)
    {
        if (MappingDraft.Of(text) is not { } draft)
        {
            return text;
        }

        var wanted = shown.Sheets.Count > 1 && sheet is { Length: > 0 } ? sheet : draft.Sheet;
        if (wanted != draft.Sheet || headerRow != draft.HeaderRow)
        {
            draft.Lies(wanted, headerRow);
            return draft.Text;
        }

        if (source is { Length: > 0 })
        {
            draft.Source = source;
        }

        foreach (var (at, column) in shown.Columns.Index())
        {
            if (columns(at) is { } header && header != (column.Header ?? "")
                && (header.Length > 0 || column.IsOptional))
            {
                draft.Means(column.Name, header.Length == 0 ? null : header);
            }

            if (times(at) is "1" or "10000" && column.Times is { } was && $"{was:0}" != times(at))
            {
                draft.Multiplies(column.Name, times(at) == "1" ? 1 : 10_000);
            }
        }

        return draft.Text;
    }

    private static TablePreview Unmapped(SampledTable sample, IReadOnlyList<Flaw> flaws)
    {
        var sheet = sample.All.FirstOrDefault(each => each.Rows.Any(row => !row.IsBlank)) ?? sample.All[0];
        return new TablePreview
        {
            Sheets = sample.Sheets, Sheet = sheet.Sheet, Flaws = [.. flaws.Select(TableFlaw.Of)],
            Rows = [.. sheet.Rows.Take(MostRows).Select(row => Shown(row, "other", null))],
        };
    }

    private TablePreview Mapped(
        SampledTable sample, HandedTable table, Mapping mapping, EventCatalogue catalogue)
    {
        TablePreview begun = new()
        {
            Sheets = sample.Sheets, Title = mapping.Title, ChosenHeader = mapping.Form.HeaderRow,
            Source = MappingDraft.Of(table.Mapping)?.Source,
        };
        try
        {
            var key = settings.PersonKey is { } text ? PersonKey.Parse(text) : null;
            using var import = TableImport.Open(
                sample.Source, file => throw TableException.Of("join-file", file, default, default), mapping,
                catalogue, key);
            return Found(begun, sample, import, mapping, catalogue);
        }
        catch (TableException refused)
        {
            return Lost(begun, sample, mapping, catalogue) with
            {
                Flaws = [.. refused.Flaws.Select(TableFlaw.Of)],
            };
        }
    }

    private static TablePreview Found(
        TablePreview begun, SampledTable sample, TableImport import, Mapping mapping,
        EventCatalogue catalogue)
    {
        var rows = sample.All.First(each => each.Sheet == import.Sheet).Rows;
        var sorter = new RowSorter(import.Header, mapping.Skip);
        var data = rows.Where(row => row.Line > import.Header.Lines[^1] && sorter.SkipOf(row) is null)
            .ToList();
        var places = import.Columns.Select(column => import.Header.PlaceOf(column.Name)).ToHashSet();
        return begun with
        {
            Sheet = import.Sheet, HeaderLines = import.Header.Lines,
            Headers = [.. import.Header.Names.Where(name => name.Length > 0).Distinct()],
            Rows = [.. rows.Take(MostRows).Select(row => Shown(row, import.Header, sorter))],
            Columns =
            [
                .. MappingDraft.ColumnsOf(mapping, catalogue).Select(column => Of(
                    column, import.Header.Names, import.Header.PlaceOf(column.Name), data)),
            ],
            Unread =
            [
                .. import.Header.Names.Index()
                    .Where(each => each.Item.Length > 0 && !places.Contains(each.Index))
                    .Select(each => each.Item),
            ],
            Assumed =
            [
                .. Kinds(mapping, catalogue).SelectMany(import.AssumedOf).Select(ToldField.Assumed)
                    .Select(Of),
            ],
            Lacks =
            [
                .. import.Lacks,
                .. import.SaysDecidedOn ? Enumerable.Empty<Wording>() : [NoDecision],
            ],
            Events = Told(import, mapping, catalogue),
        };
    }

    private static Wording NoDecision { get; } = new(
        "表里没有决定日期，按发生日期对待",
        "no day of decision in the table: the day on which it happened stands for it");

    /// <summary>The kind that it makes events of, where that is one.</summary>
    private static IEnumerable<EventKind> Kinds(Mapping mapping, EventCatalogue catalogue) =>
        from each in mapping.Envelope
        where each.Name == "kind"
        let kind = catalogue.Kind(each.Rule.Text.Written)
        where kind is not null
        select kind;

    private static Wording Above { get; } = new("标题、说明", "title or note");

    /// <summary>Where no row names all that is needed: by the row that names the most.</summary>
    private static TablePreview Lost(
        TablePreview begun, SampledTable sample, Mapping mapping, EventCatalogue catalogue)
    {
        var sheets = sample.All.Where(each => mapping.Form.Sheet is null || each.Sheet == mapping.Form.Sheet);
        var search = new HeaderSearch(mapping.Columns, mapping.Form);
        var (sheet, match) = sheets.Select(each => (each, Match: search.Likeliest(each.Rows)))
            .OrderByDescending(each => each.Match?.Matched ?? 0)
            .FirstOrDefault((sample.All[0], null));
        var names = match?.Names ?? Widest(sheet, mapping.Form.HeaderRow);
        return begun with
        {
            Sheet = sheet.Sheet, Headers = [.. names.Where(name => name.Length > 0).Distinct()],
            HeaderLines = match is null ? [] : [match.Line],
            Rows =
            [
                .. sheet.Rows.Take(MostRows).Select(row => Shown(
                    row, row.Line == match?.Line ? "header" : "other", null)),
            ],
            Columns =
            [
                .. MappingDraft.ColumnsOf(mapping, catalogue).Select(column => Of(
                    column, names, match?.Matches.GetValueOrDefault(column.Name) is { } header
                        ? names.ToList().IndexOf(header) : -1,
                    sheet.Rows.Where(row => row.Line > (match?.Line ?? 0)).ToList())),
            ],
        };
    }

    private static IReadOnlyList<string> Widest(SampledSheet sheet, int? headerRow) =>
        [
            .. sheet.Rows.Where(row => headerRow is null || row.Line == headerRow)
                .OrderByDescending(row => row.Cells.Count(cell => !cell.IsEmpty && !cell.IsSpanned))
                .ThenBy(row => row.Line).FirstOrDefault()?.Cells.Select(cell => cell.Clean) ?? [],
        ];

    private static IReadOnlyList<PreviewEvent> Told(
        TableImport import, Mapping mapping, EventCatalogue catalogue)
    {
        var told = new List<PreviewEvent>();
        var (made, rejected) = (0, 0);
        foreach (var row in import.Rows())
        {
            if (row.Event is { } each && made < MostEvents)
            {
                made++;
                var words = ToldEvent.Of(row.Row.Line, each, mapping, catalogue);
                told.Add(new PreviewEvent(words.Line)
                {
                    Kind = words.Kind.Label, Id = words.Id, Subject = words.Subject, Day = words.Day,
                    Fields = [.. words.Fields.Select(Of)],
                });
            }
            else if (row.Rejection is { } reason && rejected < MostRejected)
            {
                rejected++;
                told.Add(new PreviewEvent(row.Row.Line) { Rejection = new Wording(reason.Zh, reason.En) });
            }
        }

        return told;
    }

    private static PreviewField Of(ToldField field) => new(field.Label, field.Value, field.Unit);

    private static PreviewColumn Of(
        DraftColumn column, IReadOnlyList<string> names, int place, List<RawRow> data) => new(
        column.Name, column.ReadAs, column.IsOptional, place < 0 ? null : names[place],
        place < 0 ? []
            :
            [
                .. data.Where(row => place < row.Cells.Count && !row.Cells[place].IsEmpty)
                    .Select(row => Cut(row.Cells[place].Clean)).Distinct().Take(MostFirst),
            ],
        column.Times);

    private static PreviewRow Shown(RawRow row, TableHeader header, RowSorter sorter) =>
        row.Line < header.Lines[0] ? Shown(row, "title", Above)
        : row.Line <= header.Lines[^1] ? Shown(row, "header", null)
        : sorter.SkipOf(row) is { } why ? Shown(row, "other", why) : Shown(row, "data", null);

    private static PreviewRow Shown(RawRow row, string what, Wording? why) => new(
        row.Line,
        [.. row.Cells.Take(MostCells).Select(cell => cell.IsSpanned ? "" : Cut(cell.Clean))], what, why);

    private static string Cut(string text)
    {
        var masked = ResidentNumber.Masked(text);
        return masked.Length <= LongestCell ? masked : $"{masked.AsSpan(0, LongestCell)}…";
    }
}
