using CreditScoring.Cli.Terminal;
using CreditScoring.Events;

namespace CreditScoring.Cli.Importing;

/// <summary>What came of an import.</summary>
internal sealed record ImportCount(int Read, int Events, int Rejected, int Left);

/// <summary>
/// One import: every row of the table becomes an event or is rejected with its reason.
/// </summary>
internal sealed class ImportRun(
    Mapping mapping, EventCatalogue catalogue, TableFile table,
    IReadOnlyDictionary<string, JoinedTable> joined)
{
    private const int ProgressEvery = 10_000;

    private readonly Dictionary<EventId, (string Hash, int Line)> known = [];

    public ImportCount Write(TextWriter events, RejectedRows rejected)
    {
        foreach (var other in joined.Values)
        {
            other.Load();
        }

        var rows = new RowEvents(mapping, catalogue, joined);
        var read = 0;
        foreach (var row in table.Rows())
        {
            Take(row, rows, events, rejected);
            if (++read % ProgressEvery == 0)
            {
                Progress.Show($"{read:N0} rows");
            }
        }

        return new ImportCount(read, known.Count, rejected.Count, joined.Values.Sum(WriteLeft));
    }

    private void Take(TableRow row, RowEvents rows, TextWriter events, RejectedRows rejected)
    {
        // Also of a row that is rejected: what belongs to it is explained by its reason.
        foreach (var other in joined.Values.Where(_ => row.Fault is null))
        {
            other.Claim(row);
        }

        try
        {
            var read = rows.Read(row);
            RefuseRepeat(read);
            known.Add(read.Id, (read.Hash, row.Line));
            events.WriteLine(read.Text);
        }
        catch (RowRefused refused)
        {
            rejected.Add(row, refused.Reason);
        }
    }

    private void RefuseRepeat(CanonicalEvent read)
    {
        if (!known.TryGetValue(read.Id, out var earlier))
        {
            return;
        }

        throw new RowRefused(CanonicalEvent.Of(read.Id, read.Hash, read.Id, earlier.Hash) == Repeat.Duplicate
            ? new Reason($"与第 {earlier.Line} 行完全相同", $"says what line {earlier.Line} says")
            : new Reason(
                $"编号 {read.Id.Id} 与第 {earlier.Line} 行相同而内容不同",
                $"has the id {read.Id.Id} of line {earlier.Line} and other content"));
    }

    private static int WriteLeft(JoinedTable other)
    {
        using var rejected = new RejectedRows($"{other.Path}.rejected.csv", other.Header);
        foreach (var (row, reason) in other.Left())
        {
            rejected.Add(row, reason);
        }

        return rejected.Count;
    }
}
