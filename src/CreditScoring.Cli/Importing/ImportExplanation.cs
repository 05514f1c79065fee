using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Cli.Importing;

/// <summary>
/// Says what an import would do, and does nothing: which header was found, which column is read as what, the
/// first rows as events, what would be skipped or rejected and why.
/// </summary>
internal sealed class ImportExplanation(
    TableImport import, string file, Mapping mapping, EventCatalogue catalogue, string language)
{
    private const int MostEvents = 3, MostRejected = 10;

    private readonly HashSet<EventKind> assumed = [];
    private readonly List<RowOutcome> firstRejected = [];

    /// <returns>What would come of it.</returns>
    public ImportCount Tell()
    {
        Say(ImportPhrases.TableFound(
            file, import.Sheet, string.Join('+', import.Header.Lines), import.Header.Names.Count));
        if (mapping.Title is { } title)
        {
            Say(ImportPhrases.MappingTitle(title));
        }

        TellColumns();
        var (read, events, rejected) = (0, 0, 0);
        foreach (var row in import.Rows())
        {
            read++;
            if (row.Event is null)
            {
                rejected++;
                Keep(row);
            }
            else if (++events <= MostEvents)
            {
                TellEvent(ToldEvent.Of(row.Row.Line, row.Event, mapping, catalogue));
            }
        }

        TellRejected(rejected);
        return new ImportCount(
            read, events, rejected, import.Joined.Values.Sum(other => other.Left().Count()));
    }

    private void TellColumns()
    {
        var places = import.Columns.Select(column => (column.Name, Place: import.Header.PlaceOf(column.Name)))
            .OrderBy(column => column.Place).ToArray();
        foreach (var (name, place) in places.Where(column => column.Place >= 0))
        {
            Say(ImportPhrases.ColumnRead(name, HeaderSearch.Letter(place), import.Header.Names[place]));
        }

        Tell(places.Where(column => column.Place < 0).Select(column => column.Name),
            ImportPhrases.ColumnsNotThere);
        Tell(
            import.Header.Names.Index().Where(each => each.Item.Length > 0
                && !places.Any(column => column.Place == each.Index)).Select(each => each.Item),
            ImportPhrases.ColumnsNotRead);
    }

    private void Tell(IEnumerable<string> columns, Func<string, Wording> words)
    {
        var listed = string.Join(language == "zh" ? "、" : ", ", columns);
        if (listed.Length > 0)
        {
            Say(words(listed));
        }
    }

    private void TellEvent(ToldEvent told)
    {
        if (assumed.Add(told.Kind))
        {
            TellAssumed(told.Kind);
        }

        Say(ImportPhrases.RowAsEvent(told.Line, told.Kind.Label, told.Id, told.Subject, told.Day));
        foreach (var field in told.Fields)
        {
            Say(ImportPhrases.FieldOfRow(field.Label, field.Value.In(language), field.Unit));
        }
    }

    /// <summary>What no column says, before the first event of its kind: it counts as said.</summary>
    private void TellAssumed(EventKind kind)
    {
        foreach (var field in import.AssumedOf(kind).Select(ToldField.Assumed))
        {
            Say(ImportPhrases.Assumed(field.Label, field.Value.In(language)));
        }

        if (!import.SaysDecidedOn)
        {
            Say(ImportPhrases.DecidedOnAssumed);
        }
    }

    private void Keep(RowOutcome row)
    {
        if (firstRejected.Count < MostRejected)
        {
            firstRejected.Add(row);
        }
    }

    private void TellRejected(int all)
    {
        foreach (var row in firstRejected)
        {
            Say(ImportPhrases.RowRejected(row.Row.Line, new Wording(row.Rejection!.Zh, row.Rejection.En)));
        }

        if (all > firstRejected.Count)
        {
            Say(ImportPhrases.MoreRejected(all - firstRejected.Count));
        }
    }

    private void Say(Wording words) => Screen.Say(words.In(language));
}
