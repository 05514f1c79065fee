using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Importing;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Cli.Importing;

/// <summary>One import into files: events into one, rejected rows beside each table.</summary>
/// <param name="path">The first table.</param>
/// <param name="values">Columns that are read as numbers or days.</param>
/// <param name="hashed">Columns with the numbers of persons.</param>
internal sealed class ImportRun(
    TableImport import, string path, IEnumerable<string> values, IEnumerable<string> hashed, string language)
{
    private const int ProgressEvery = 10_000;

    public ImportCount Write(TextWriter events, string rejectedPath)
    {
        using var rejected = new RejectedRows(
            rejectedPath, new RejectedCells(import.Header, Places(values), Places(hashed)));
        var (read, written) = (0, 0);
        foreach (var row in import.Rows())
        {
            if (row.Event is { } made)
            {
                events.WriteLine(made.Text);
                written++;
            }
            else
            {
                rejected.Add(row.Row, row.Rejection!);
            }

            if (++read % ProgressEvery == 0)
            {
                Progress.Show(ImportPhrases.ImportedSoFar(read, rejected.Count).In(language));
            }
        }

        return new ImportCount(
            read, written, rejected.Count, import.Joined.Sum(other => WriteLeft(other.Key, other.Value)));
    }

    private HashSet<int> Places(IEnumerable<string> columns) =>
        columns.Select(import.Header.PlaceOf).ToHashSet();

    private int WriteLeft(string name, JoinedTable other)
    {
        var folder = Path.GetDirectoryName(path)!;
        var isSame = other.File is null || Path.Combine(folder, other.File) == path;
        // Another sheet of the first table has rejected rows of its own.
        var file = isSame ? $"{path}.{name}" : Path.Combine(folder, other.File!);
        using var rejected = new RejectedRows(
            $"{file}.rejected.csv",
            new RejectedCells(other.Header, new HashSet<int>(), new HashSet<int>()));
        foreach (var (row, reason) in other.Left())
        {
            rejected.Add(row, reason);
        }

        return rejected.Count;
    }
}
