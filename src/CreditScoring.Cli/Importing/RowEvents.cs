using System.Globalization;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Events;
using Newtonsoft.Json;

namespace CreditScoring.Cli.Importing;

/// <summary>
/// A row, with the rows joined to it -> an event that has passed the same door as any other.
/// </summary>
internal sealed class RowEvents(
    Mapping mapping, EventCatalogue catalogue, IReadOnlyDictionary<string, JoinedTable> tables)
{
    private readonly EventReader reader = new(catalogue);

    /// <exception cref="RowRefused">The row is no event.</exception>
    public CanonicalEvent Read(TableRow row)
    {
        if (row.Fault is { } fault)
        {
            throw new RowRefused(fault);
        }

        var reading = reader.Read(new SourceText("row", Json(row)));
        return reading.Event is { } read ? CanonicalEvent.Of(read)
            : throw new RowRefused(new Reason(
                string.Join("；", reading.Flaws.Select(flaw => Reason.Of(flaw).Zh)),
                string.Join("; ", reading.Flaws.Select(flaw => Reason.Of(flaw).En))));
    }

    private string Json(TableRow row)
    {
        var text = new StringBuilder();
        using var json = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture));
        json.WriteStartObject();
        foreach (var (name, rule) in mapping.Envelope)
        {
            Write(json, name, At(name, () => Envelope(name, rule, row)));
        }

        if (mapping.Subject is { } subject)
        {
            json.WritePropertyName("subject");
            json.WriteStartObject();
            Write(json, "kind", At("subject", () => CellValues.ReadId(subject.Kind, row)));
            Write(json, "id", At("subject", () => CellValues.ReadId(subject.Id, row)));
            json.WriteEndObject();
        }

        json.WritePropertyName("data");
        json.WriteStartObject();
        Row(json, mapping.Fields, name => catalogue.FieldTypeOf(name)!.Type, row);
        foreach (var (name, rule) in mapping.Records)
        {
            Records(json, name, rule, row);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        return text.ToString();
    }

    private static object? Envelope(string name, CellRule rule, TableRow row) => name switch
    {
        "occurredOn" or "decidedOn" => CellValues.Read(rule, row, FieldType.Date),
        "sequence" => CellValues.Read(rule, row, FieldType.Number),
        "document" => CellValues.Read(rule, row, FieldType.Text),
        _ => CellValues.ReadId(rule, row),
    };

    private void Records(JsonWriter json, string name, RecordsRule rule, TableRow row)
    {
        var types = catalogue.FieldTypeOf(name)!.Fields
            .ToDictionary(field => field.Name, field => field.Type, StringComparer.Ordinal);
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in tables[rule.Join].RowsOf(row))
        {
            json.WriteStartObject();
            At($"{rule.Join}:{item.Line}", () =>
            {
                if (item.Fault is { } fault)
                {
                    throw new RowRefused(fault);
                }

                Row(json, rule.Fields, field => types[field], item);
                return null;
            });
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Row(
        JsonWriter json, IEnumerable<(string Name, CellRule Rule)> fields,
        Func<string, FieldType> typeOf, TableRow row)
    {
        foreach (var (name, rule) in fields)
        {
            Write(json, name, At(name, () => CellValues.Read(rule, row, typeOf(name))));
        }
    }

    private static object? At(string name, Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (RowRefused refused)
        {
            throw new RowRefused(refused.Reason.At(name, name));
        }
    }

    private static void Write(JsonWriter json, string name, object? value)
    {
        if (value is null)
        {
            return;
        }

        json.WritePropertyName(name);
        if (value is string[] texts)
        {
            json.WriteStartArray();
            Array.ForEach(texts, json.WriteValue);
            json.WriteEndArray();
        }
        else
        {
            json.WriteValue(value);
        }
    }
}
