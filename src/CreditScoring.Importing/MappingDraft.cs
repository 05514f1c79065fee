using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Importing;

/// <summary>A column that a mapping reads, as a person chooses which of a table it is.</summary>
/// <param name="Name">What the mapping calls it.</param>
/// <param name="ReadAs">What of an event is made of it.</param>
/// <param name="Times">What its amounts are multiplied by; null: it is no amount of money.</param>
internal sealed record DraftColumn(
    string Name, IReadOnlyList<Wording> ReadAs, bool IsOptional, decimal? Times);

/// <summary>
/// A mapping while a person fits it to a table: the text stays what it is but for what he says.
/// </summary>
internal sealed class MappingDraft
{
    /// <summary>A name that no column has: what may be lacking is not to be read.</summary>
    public const string Nothing = "（不读取）";

    private const string Yuan = "yuan";

    private readonly JObject json;

    private MappingDraft(JObject json) => this.json = json;

    public string Text => json.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";

    /// <summary>The source whose events they are; null: it is not one text.</summary>
    public string? Source
    {
        get => (json["source"] as JValue)?.Value as string;
        set => json["source"] = value;
    }

    public string? Sheet => (json["sheet"] as JValue)?.Value as string;

    public int? HeaderRow => (json["headerRow"] as JValue)?.Value is long row ? (int)row : null;

    /// <returns>Null: it is no JSON object.</returns>
    public static MappingDraft? Of(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
            };
            return new MappingDraft(JObject.Load(reader));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What it reads, in the order of its columns.</summary>
    public static IReadOnlyList<DraftColumn> ColumnsOf(Mapping mapping, EventCatalogue catalogue) =>
    [
        .. mapping.Columns.Select(column => new DraftColumn(
            column.Name,
            [
                .. mapping.Envelope.Where(each => Reads(each.Rule, column))
                    .Select(each => PropertyWords.Of(each.Name, catalogue)),
                .. mapping.Subjects.Where(each => Reads(each.Id, column) || Reads(each.Kind, column))
                    .Select(_ => new Wording("主体", "subject")),
                .. mapping.Fields.Where(each => Reads(each.Rule, column))
                    .Select(each => catalogue.FieldTypeOf(each.Name)!.Label),
                .. mapping.Records.Where(each => each.Rule.ColumnsOfOwner.Contains(column.Name))
                    .Select(each => catalogue.FieldTypeOf(each.Name)!.Label),
            ],
            column.IsOptional,
            mapping.Fields.Where(each => each.Rule.Text.Only == column.Name
                    && catalogue.FieldTypeOf(each.Name) is { Type: FieldType.Number, Unit: Yuan })
                .Select(each => (decimal?)each.Rule.Times).FirstOrDefault())),
    ];

    /// <summary>Where the header is; null: where it is found.</summary>
    public void Lies(string? sheet, int? headerRow)
    {
        Put("sheet", sheet);
        Put("headerRow", headerRow);
    }

    /// <summary>Which column of the table one is; null: it is not read.</summary>
    public void Means(string column, string? header)
    {
        if (json["columns"] is not JObject columns)
        {
            json["columns"] = columns = [];
        }

        var declared = columns[column];
        var names = (declared as JArray ?? declared?["names"] as JArray)?.Select(each => (string?)each) ?? [];
        var said = header is null ? new JArray(Nothing)
            : new JArray(names.Where(each => each != header && each != Nothing).Prepend(header));
        if (declared is JObject parts)
        {
            parts["names"] = said;
        }
        else if (header is not null)
        {
            columns[column] = said;
        }
    }

    /// <summary>In which unit the table writes the amounts of a column.</summary>
    public void Multiplies(string column, decimal times)
    {
        foreach (var field in (json["data"] as JObject)?.Properties() ?? [])
        {
            if (field.Value is JObject rule && (string?)rule["column"] == column)
            {
                rule["times"] = times;
            }
            else if (field.Value is JValue { Value: string text } && text == $"{{{column}}}" && times != 1)
            {
                field.Value = new JObject { ["column"] = column, ["times"] = times };
            }
        }
    }

    private void Put(string name, object? value)
    {
        json.Remove(name);
        if (value is not null)
        {
            json.AddFirst(new JProperty(name, value));
        }
    }

    private static bool Reads(CellRule rule, ColumnSought column) =>
        rule.Join is null && rule.Columns.Contains(column.Name);
}
