using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing;

/// <summary>What came of an import.</summary>
/// <param name="Read">Rows of data.</param>
/// <param name="Left">Rows of other tables that belong to none of the first.</param>
internal sealed record ImportCount(int Read, int Events, int Rejected, int Left);

/// <summary>What became of one row: an event, or why it is none.</summary>
/// <param name="Event">Null: the row is rejected.</param>
/// <param name="Rejection">Null: the row is an event.</param>
internal sealed record RowOutcome(TableRow Row, CanonicalEvent? Event, Reason? Rejection);

/// <summary>
/// One import, or a trial of it: every row of the table becomes an event, is rejected with its reason, or is
/// skipped and counted. It writes nothing: whoever asks for the outcomes does with them what is wanted.
/// </summary>
internal sealed class TableImport : IDisposable
{
    private readonly Mapping mapping;
    private readonly EventCatalogue catalogue;
    private readonly PersonKey? key;
    private readonly Table table;

    // Sixteen octets of a digest instead of texts: a million rows stay below a hundred megabytes.
    private readonly Dictionary<UInt128, (UInt128 Content, int Line)> known = [];

    private TableImport(
        Mapping mapping, EventCatalogue catalogue, PersonKey? key, Table table,
        IReadOnlyDictionary<string, JoinedTable> joined)
    {
        this.mapping = mapping;
        this.catalogue = catalogue;
        this.key = key;
        this.table = table;
        Joined = joined;
    }

    public TableHeader Header => table.Header;

    /// <summary>The columns that the mapping reads, found or not.</summary>
    public IReadOnlyList<ColumnSought> Columns => mapping.Columns;

    /// <summary>What it means that the table lacks columns that it may lack.</summary>
    public IEnumerable<Wording> Lacks => mapping.Columns
        .Where(column => table.Header.PlaceOf(column.Name) < 0)
        .Select(column => column.Without).OfType<Wording>();

    /// <summary>Fields of a kind whose value is from the catalogue, since no column says it.</summary>
    public IEnumerable<EventField> AssumedOf(EventKind kind) => kind.Fields.Where(field =>
        field.Default is not null
        && !mapping.Fields.Any(each => each.Name == field.Name && IsSaid(each.Rule)));

    /// <summary>Whether rows say when the event was decided; else it is when it happened.</summary>
    public bool SaysDecidedOn =>
        mapping.Envelope.Any(each => each.Name == "decidedOn" && IsSaid(each.Rule));

    /// <summary>The sheet that was found; empty: the file has none.</summary>
    public string Sheet => table.Sheet;

    public IReadOnlyDictionary<string, JoinedTable> Joined { get; }

    /// <summary>Rows that are no data, by why.</summary>
    public RowRemarks Skipped { get; } = new();

    /// <summary>What else is to be told of rows.</summary>
    public RowRemarks Remarks { get; } = new();

    /// <param name="source">The table.</param>
    /// <param name="beside">Another file that a join names.</param>
    /// <param name="key">By which persons become hashes; null: there is none.</param>
    /// <exception cref="TableException">
    /// A file is no table with the columns that the mapping reads.
    /// </exception>
    public static TableImport Open(
        TableSource source, Func<string, TableSource> beside, Mapping mapping, EventCatalogue catalogue,
        PersonKey? key = null)
    {
        var opened = new Dictionary<string, JoinedTable>();
        var flaws = new List<Flaw>();
        var table = Tried(flaws, () => Table.Open(source, mapping.Form, mapping.Columns));
        foreach (var (name, join) in mapping.Joins)
        {
            var other = join.File is { } file ? beside(file) : source;
            if (Tried(flaws, () => JoinedTable.Open(
                join, other, mapping.ColumnsOf(name), mapping.IsOfRecords(name))) is { } joined)
            {
                opened.Add(name, joined);
            }
        }

        if (flaws.Count == 0)
        {
            return new TableImport(mapping, catalogue, key, table!, opened);
        }

        table?.Dispose();
        opened.Values.ToList().ForEach(each => each.Dispose());
        throw new TableException(flaws);
    }

    /// <summary>What becomes of each row of data. The rows can be asked for once.</summary>
    /// <exception cref="TableException">The file cannot be read on.</exception>
    public IEnumerable<RowOutcome> Rows()
    {
        foreach (var other in Joined.Values)
        {
            other.Load(new RowSorter(other.Header, mapping.Skip));
        }

        var events = new RowEvents(mapping, catalogue, Joined, key, Remarks);
        var sorter = new RowSorter(table.Header, mapping.Skip);
        foreach (var raw in table.Rows())
        {
            var row = new TableRow(table.Header, raw);
            if ((sorter.SkipOf(raw) ?? Unwanted(row)) is { } why)
            {
                Skipped.Add(why, raw.Line);
                continue;
            }

            if (raw.IsHidden)
            {
                Remarks.Add(RowRemarks.Hidden, raw.Line);
            }

            yield return OutcomeOf(row, events);
        }
    }

    public void Dispose()
    {
        table.Dispose();
        foreach (var other in Joined.Values)
        {
            other.Dispose();
        }
    }

    private bool IsSaid(CellRule rule) => rule.Join is not null || rule.Default is not null
        || !rule.Text.Columns.Any() || rule.Text.Columns.Any(column => table.Header.PlaceOf(column) >= 0);

    /// <summary>Which condition of the mapping a row does not meet; null: it meets all.</summary>
    private Wording? Unwanted(TableRow row) => row.Fault is not null ? null
        : mapping.Where.Where(condition => !condition.Holds(row))
            .Select(condition => (Wording?)condition.Told)
            .FirstOrDefault();

    private RowOutcome OutcomeOf(TableRow row, RowEvents events)
    {
        try
        {
            // Also of a row that is rejected: what belongs to it is explained by its reason.
            foreach (var other in Joined.Values.Where(_ => row.Fault is null))
            {
                other.Claim(row);
            }

            var read = events.Read(row);
            RefuseRepeat(read, row.Line);
            return new RowOutcome(row, read, null);
        }
        catch (RowRefused refused)
        {
            return new RowOutcome(row, null, refused.Reason.Masked);
        }
    }

    private void RefuseRepeat(CanonicalEvent read, int line)
    {
        var id = Digest($"{read.Id.Source}\n{read.Id.Id}");
        var content = Digest(read.Text);
        if (known.TryAdd(id, (content, line)))
        {
            return;
        }

        var earlier = known[id];
        throw new RowRefused(content == earlier.Content
            ? new Reason($"与第 {earlier.Line} 行完全相同", $"says what line {earlier.Line} says")
            : new Reason(
                $"编号 {read.Id.Id} 与第 {earlier.Line} 行相同而内容不同",
                $"has the id {read.Id.Id} of line {earlier.Line} and other content"));
    }

    private static UInt128 Digest(string text) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static T? Tried<T>(List<Flaw> flaws, Func<T> open)
        where T : class
    {
        try
        {
            return open();
        }
        catch (TableException refused)
        {
            flaws.AddRange(refused.Flaws);
            return null;
        }
    }
}
