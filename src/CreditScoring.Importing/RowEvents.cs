using System.Globalization;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;
using Newtonsoft.Json;

namespace CreditScoring.Importing;

/// <summary>
/// A row, with the rows joined to it -> an event that has passed the same door as any other.
/// </summary>
internal sealed class RowEvents(
    Mapping mapping, EventCatalogue catalogue, IReadOnlyDictionary<string, JoinedTable> tables,
        PersonKey? key,
    RowRemarks remarks)
{
    private readonly EventReader reader = new(catalogue);
    private readonly SubjectIds subjects = new(catalogue, key);

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
        var cells = new RowCells(row, tables);
        var text = new StringBuilder();
        using var json = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture));
        json.WriteStartObject();
        foreach (var (name, rule) in mapping.Envelope)
        {
            Write(json, name, At(name, () => Envelope(name, rule, cells.Of(rule))));
        }

        if (mapping.Subjects.Count > 0)
        {
            Subject(json, cells);
        }

        json.WritePropertyName("data");
        json.WriteStartObject();
        Row(json, mapping.Fields, name => catalogue.FieldTypeOf(name)!.Type, cells.Of, row.Line);
        foreach (var (name, rule) in mapping.Records)
        {
            Records(json, name, rule, row);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        return text.ToString();
    }

    private static object? Envelope(string name, CellRule rule, ICells row) => name switch
    {
        "occurredOn" or "decidedOn" => CellValues.Read(rule, row, FieldType.Date),
        "sequence" => CellValues.Read(rule, row, FieldType.Number),
        "document" => WithoutNumber(CellValues.Read(rule, row, FieldType.Text)),
        _ => WithoutNumber(CellValues.ReadId(rule, row)),
    };

    /// <summary>What tells things apart is not masked: it would tell them apart no more.</summary>
    private static object? WithoutNumber(object? value) =>
        value is string text && ResidentNumber.IsIn(text)
            ? throw new RowRefused(new Reason(
                "含有公民身份号码，不得用作编号", "holds the number of a resident, which is no id"))
            : value;

    private void Subject(JsonTextWriter json, RowCells row)
    {
        json.WritePropertyName("subject");
        json.WriteStartObject();
        At("subject", () =>
        {
            var found = subjects.Read(mapping.Subjects, row) ?? throw new RowRefused(new Reason(
                "没有主体标识（代码、证件号码）", "no code or number says whom it is about"));
            if (found.IsMended)
            {
                remarks.Add(RowRemarks.CodeMended, row.Row.Line);
            }

            Write(json, "kind", found.Kind);
            Write(json, "id", found.Id);
            return (object?)null;
        });
        json.WriteEndObject();
    }

    private void Records(JsonWriter json, string name, RecordsRule rule, TableRow row)
    {
        var types = catalogue.FieldTypeOf(name)!.Fields
            .ToDictionary(field => field.Name, field => field.Type, StringComparer.Ordinal);
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var (place, cells) in rule.Parts is { } parts
            ? At(name, () => CellParts.Of(parts, row).ToArray())!
            : tables[rule.Join!].RowsOf(row).Select(item => ($"{rule.Join}:{item.Line}", (ICells)item)))
        {
            json.WriteStartObject();
            At(place, () =>
            {
                if (cells is TableRow { Fault: { } fault })
                {
                    throw new RowRefused(fault);
                }

                Row(json, rule.Fields, field => types[field], _ => cells, row.Line);
                return (object?)null;
            });
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Row(
        JsonWriter json, IEnumerable<(string Name, CellRule Rule)> fields,
        Func<string, FieldType> typeOf, Func<CellRule, ICells> cellsOf, int line)
    {
        foreach (var (name, rule) in fields)
        {
            var value = At(name, () => CellValues.Read(rule, cellsOf(rule), typeOf(name)));
            if (value is string text && ResidentNumber.IsIn(text))
            {
                remarks.Add(RowRemarks.NumberMasked, line);
                value = ResidentNumber.Masked(text);
            }

            Write(json, name, value);
        }
    }

    private T At<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RowRefused refused)
        {
            throw new RowRefused(refused.Reason.At(PropertyWords.Of(name, catalogue).Zh, name));
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
