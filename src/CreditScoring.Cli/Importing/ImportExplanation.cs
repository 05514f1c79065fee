using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Importing;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Cli.Importing;

/// <summary>
/// Says what an import would do, and does nothing: which header was found, which column is read as what, the
/// first rows as events, what would be skipped or rejected and why.
/// </summary>
internal sealed class ImportExplanation(TableImport import, string file, Wording? title, string language)
{
    private const int MostEvents = 3, MostRejected = 10;

    private readonly List<RowOutcome> rejected = [];

    /// <returns>What would come of it.</returns>
    public ImportCount Tell()
    {
        Screen.Say(Phrases.TableFound(
            file, import.Sheet, string.Join('+', import.Header.Lines), import.Header.Names.Count)
                .In(language));
        if (title is { } named)
        {
            Screen.Say(Phrases.MappingTitle(named).In(language));
        }

        TellColumns();
        var (read, events) = (0, 0);
        foreach (var row in import.Rows())
        {
            read++;
            if (row.Event is null)
            {
                rejected.Add(row);
            }
            else if (++events <= MostEvents)
            {
                Screen.Say(Phrases.RowAsEvent(row.Row.Line, row.Event.Text).In(language));
            }
        }

        TellRejected();
        return new ImportCount(read, events, rejected.Count,
            import.Joined.Values.Sum(other => other.Left().Count()));
    }

    private void TellColumns()
    {
        var read = new HashSet<int>();
        foreach (var column in import.Columns)
        {
            var place = import.Header.PlaceOf(column.Name);
            read.Add(place);
            Screen.Say((place < 0 ? Phrases.ColumnNotThere(column.Name)
                : Phrases.ColumnRead(column.Name, HeaderSearch.Letter(place), import.Header.Names[place]))
                .In(language));
        }

        var others = import.Header.Names.Index()
            .Where(each => !read.Contains(each.Index) && each.Item.Length > 0).Select(each => each.Item)
                .ToArray();
        if (others.Length > 0)
        {
            Screen.Say(Phrases.ColumnsNotRead(string.Join(language == "zh" ? "、" : ", ", others))
                .In(language));
        }
    }

    private void TellRejected()
    {
        foreach (var row in rejected.Take(MostRejected))
        {
            Screen.Say(Phrases.RowRejected(
                row.Row.Line, new Wording(row.Rejection!.Zh, row.Rejection.En)).In(language));
        }

        if (rejected.Count > MostRejected)
        {
            Screen.Say(Phrases.MoreRejected(rejected.Count - MostRejected).In(language));
        }
    }
}
