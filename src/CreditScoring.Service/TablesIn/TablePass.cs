using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.TablesIn;

/// <summary>
/// What becomes of the events of a portion: they are taken in, or it is told what would be.
/// </summary>
internal interface ITakesEvents
{
    /// <returns>The same events in their order, each with its outcome.</returns>
    Task<IReadOnlyList<Arrival>> TakeAsync(
        long portion, IReadOnlyList<EventReading> events, CancellationToken stop);
}

/// <summary>
/// Goes through a table row by row, hands its events on in portions, and counts what becomes of them. Who
/// goes on after a stop reads the rows before again and hands none of them on.
/// </summary>
internal sealed class TablePass(HandedTable table, Mapping mapping, EventCatalogue catalogue, PersonKey? key)
{
    private const int PortionRows = 2000;

    /// <summary>Characters of the events of a portion.</summary>
    private const long PortionText = 4 << 20;

    private readonly EventReader reader = new(catalogue);

    /// <param name="begun">How far it came before.</param>
    /// <param name="goesOn">Keeps how far it has come; false: nobody wants it any more.</param>
    /// <returns>Null: it ended before the last row.</returns>
    /// <exception cref="TableException">The file is no such table.</exception>
    public async Task<TableCounts?> RunAsync(
        LocalFile file, TablePieces pieces, TableCounts begun, ITakesEvents taker,
        Func<TableCounts, Task<bool>> goesOn, CancellationToken stop)
    {
        using var import = TableImport.Open(file.Source, Beside, mapping, catalogue, key);
        var cells = new RejectedCells(
            import.Header, Places(import, mapping.ValueColumns(catalogue)),
            Places(import, mapping.HashedColumns));
        if (begun.Portions == 0)
        {
            await pieces.ForgetRejectedAsync(table.Id);
            await pieces.KeepHeaderAsync(table.Id, cells.Columns);
        }

        var counts = begun;
        foreach (var rows in Portions(import, begun.Read))
        {
            var (now, rejected) = await TakeAsync(rows, counts, taker, cells, stop);
            if (rejected.Count > 0)
            {
                await pieces.KeepRejectedAsync(table.Id, now.Portions, rejected);
            }

            counts = now with { Skipped = Told(import.Skipped), Remarks = Told(import.Remarks) };
            if (!await goesOn(counts) || stop.IsCancellationRequested)
            {
                return null;
            }
        }

        return counts with
        {
            Skipped = Told(import.Skipped), Remarks = Told(import.Remarks), IsWhole = true,
            Left = import.Joined.Values.Sum(other => other.Left().Count()),
        };
    }

    private static TableSource Beside(string file) => throw TableException.Of(
        "join-file", file,
        new Wording(
            $"映射要用另一个文件 {Spelling.Shown(file)}，页面上一次只收一个",
            $"the mapping wants another file, {Spelling.Shown(file)}, and a page takes one at a time"),
        new Wording(
            "放进同一工作簿的另一张工作表，或用 credit import",
            "put it into another sheet of the same workbook, or use credit import"));

    private static IEnumerable<List<RowOutcome>> Portions(TableImport import, long behind)
    {
        var (rows, text, read) = (new List<RowOutcome>(), 0L, 0L);
        foreach (var row in import.Rows())
        {
            if (++read <= behind)
            {
                continue;
            }

            rows.Add(row);
            text += row.Event?.Text.Length ?? 0;
            if (rows.Count == PortionRows || text >= PortionText)
            {
                yield return rows;
                (rows, text) = ([], 0);
            }
        }

        if (rows.Count > 0)
        {
            yield return rows;
        }
    }

    private async Task<(TableCounts Counts, List<string[]> Rejected)> TakeAsync(
        List<RowOutcome> rows, TableCounts counts, ITakesEvents taker, RejectedCells cells,
        CancellationToken stop)
    {
        var portion = counts.Portions + 1;
        var good = rows.FindAll(row => ReasonOf(row) is null);
        // Read at the line of the table: what is wrong is told of that.
        var taken = await taker.TakeAsync(
            portion,
            [.. good.Select(row => reader.Read(new SourceText(table.Name, row.Event!.Text), row.Row.Line))],
            stop);
        var became = new Dictionary<RowOutcome, Arrival>(ReferenceEqualityComparer.Instance);
        good.Zip(taken).ToList().ForEach(each => became.Add(each.First, each.Second));
        var rejected = new List<string[]>();
        counts = counts with { Portions = portion, Read = counts.Read + rows.Count };
        foreach (var row in rows)
        {
            var arrival = became.GetValueOrDefault(row);
            counts = Counted(counts, arrival);
            if ((arrival is null ? ReasonOf(row)! : Turned(arrival)) is { } reason)
            {
                counts = counts.Because(new Wording(reason.Zh, reason.En), row.Row.Line);
                rejected.Add([.. cells.Of(row.Row), $"{row.Row.Line}", reason.Zh, reason.En]);
            }
        }

        return (counts, rejected);
    }

    /// <summary>Why a row is not even sent; null: it is.</summary>
    private Reason? ReasonOf(RowOutcome row) => row.Rejection is { } reason ? reason
        : table.OnlySource is { } own && row.Event!.Id.Source != own ? new Reason(
            $"只能报送来源 {own} 的事件，映射写的来源是 {row.Event.Id.Source}",
            $"only events of the source {own} may be sent, and the mapping says {row.Event.Id.Source}")
        : null;

    private static Reason? Turned(Arrival arrival) =>
        arrival.Outcome is Outcome.Accepted or Outcome.Duplicate ? null
            : Reason.Of(arrival.Flaws[0]).Masked;

    private static TableCounts Counted(TableCounts counts, Arrival? arrival) => arrival?.Outcome switch
    {
        null => counts with { Rejected = counts.Rejected + 1 },
        Outcome.Accepted => counts with { Events = counts.Events + 1, New = counts.New + 1 },
        Outcome.Duplicate => counts with { Events = counts.Events + 1, Known = counts.Known + 1 },
        Outcome.Conflict => counts with { Events = counts.Events + 1, Conflicts = counts.Conflicts + 1 },
        _ => counts with { Events = counts.Events + 1, Turned = counts.Turned + 1 },
    };

    private static HashSet<int> Places(TableImport import, IEnumerable<string> columns) =>
        columns.Select(import.Header.PlaceOf).ToHashSet();

    private static IReadOnlyList<TableRemark> Told(RowRemarks remarks) =>
        [.. remarks.All.Select(each => new TableRemark(each.What, each.Count, each.Lines))];
}
