using CreditScoring.Cli.Terminal;
using CreditScoring.Documents;
using CreditScoring.Importing;
using Newtonsoft.Json;

namespace CreditScoring.Cli.Importing;

/// <summary>
/// The same as objects, one a line: where the columns stand, then what would become of each row.
/// </summary>
internal static class ImportExplanationJson
{
    public static ImportCount Tell(TableImport import, string file)
    {
        Screen.SayAsIs(JsonText.Of(text => Header(text, import, file)));
        var (read, events) = (0, 0);
        foreach (var row in import.Rows())
        {
            read++;
            events += row.Event is null ? 0 : 1;
            Screen.SayAsIs(JsonText.Of(text => Row(text, row)));
        }

        return new ImportCount(
            read, events, read - events, import.Joined.Values.Sum(other => other.Left().Count()));
    }

    private static void Header(JsonTextWriter text, TableImport import, string file)
    {
        text.WriteStartObject();
        text.Property("file", file);
        text.Property("sheet", import.Sheet);
        text.WritePropertyName("header");
        text.WriteRawValue($"[{string.Join(',', import.Header.Lines)}]");
        text.WritePropertyName("columns");
        text.WriteStartObject();
        foreach (var column in import.Columns)
        {
            var place = import.Header.PlaceOf(column.Name);
            text.Property(column.Name, place < 0 ? null : import.Header.Names[place]);
        }

        text.WriteEndObject();
        text.WriteEndObject();
    }

    private static void Row(JsonTextWriter text, RowOutcome row)
    {
        text.WriteStartObject();
        text.Property("row", (decimal)row.Row.Line);
        if (row.Event is { } made)
        {
            text.WritePropertyName("event");
            text.WriteRawValue(made.Text);
        }
        else
        {
            text.WritePropertyName("rejected");
            text.WriteStartObject();
            text.Property("zh", row.Rejection!.Zh);
            text.Property("en", row.Rejection.En);
            text.WriteEndObject();
        }

        text.WriteEndObject();
    }
}
