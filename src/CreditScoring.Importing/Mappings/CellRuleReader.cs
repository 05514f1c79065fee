using CreditScoring.Documents;

namespace CreditScoring.Importing.Mappings;

/// <summary>
/// One value of a mapping: a text with columns in braces, or an object with <c>column</c> or
/// <c>text</c> and <c>codes</c>, <c>forms</c>, <c>times</c>, <c>split</c>, <c>absent</c>, <c>hash</c>.
/// </summary>
/// <param name="absent">What stands for an empty cell in all of the table.</param>
internal sealed class CellRuleReader(List<Flaw> flaws, IReadOnlyList<string> absent)
{
    private readonly IReadOnlySet<string> everywhere = absent.ToHashSet(StringComparer.Ordinal);

    public CellRule? Read(JsonPiece? piece)
    {
        if (piece is null || piece.IsNull)
        {
            return null;
        }

        if (piece.Kind == JsonKind.Text)
        {
            return Filled(piece) is { } text ? new CellRule(text) { Absent = everywhere } : null;
        }

        var reader = new ObjectReader(piece, flaws);
        var column = reader.Text("column");
        var template = reader.Any("text");
        var rule = (column is not null ? Template.OfColumn(column)
            : template is null ? Missing(piece) : Filled(template)) is { } from
            ? new CellRule(from)
            {
                Codes = Codes(reader.Any("codes")),
                Forms = Forms(reader),
                Times = reader.Number("times") ?? 1,
                Split = Split(reader),
                Absent = everywhere.Concat(reader.Texts("absent")).ToHashSet(StringComparer.Ordinal),
                IsHashed = reader.Boolean("hash") ?? false,
                IsCounted = reader.Boolean("count") ?? false,
                Default = Default(reader.Any("default")),
                Join = reader.Text("join"),
                Check = Check(reader.Any("check")),
            }
            : null;
        reader.Close();
        return rule;
    }

    private JsonPiece? Default(JsonPiece? piece)
    {
        if (piece?.Kind is JsonKind.List or JsonKind.Object)
        {
            flaws.Add(ObjectReader.WrongType(piece, "a text, a number, true or false", "文本、数字、true 或 false"));
        }

        return piece;
    }

    private AmountCheck? Check(JsonPiece? piece)
    {
        if (piece is null or { IsNull: true })
        {
            return null;
        }

        var reader = new ObjectReader(piece, flaws);
        var (column, written) = (reader.RequireText("column"), reader.RequireText("pattern"));
        reader.Close();
        var pattern = written is null ? null : PartsRule.Parse(written);
        if (written is not null && (pattern is null || !pattern.GetGroupNames().Contains("n")))
        {
            flaws.Add(new Flaw(
                "pattern-invalid", piece["pattern"]!.Place,
                new Wording("不是可用的正则表达式，或没有名为 n 的组",
                    "is no pattern that can be used here, or has no group n"),
                new Wording("例如 罚款(?<n>[0-9.]+)(?<u>万)?元", "write for example 罚款(?<n>[0-9.]+)(?<u>万)?元")));
        }

        return column is null || pattern is null ? null : new AmountCheck(column, pattern);
    }

    /// <summary>The cell of a column as it is, but for what stands for an empty one.</summary>
    internal CellRule OfColumn(string column) => new(Template.OfColumn(column)) { Absent = everywhere };

    /// <summary>One text, or a list of texts any of which stands between items.</summary>
    internal static IReadOnlyList<string> Split(ObjectReader reader) =>
        reader.Any("split") is { Kind: JsonKind.List } ? reader.Texts("split")
            : reader.Text("split") is { } only ? [only] : [];

    private Template? Missing(JsonPiece piece)
    {
        flaws.Add(new Flaw(
            "property-missing", piece.Place,
            new Wording("缺少 column 或 text", "has neither column nor text"),
            new Wording("写出列名，如 \"column\": \"文号\"", "name a column, such as \"column\": \"文号\"")));
        return null;
    }

    private Template? Filled(JsonPiece piece)
    {
        var template = piece.Text is null ? null : Template.Parse(piece.Text);
        if (template is null)
        {
            flaws.Add(new Flaw(
                "template-invalid", piece.Place,
                new Wording("不是“文字 {列名}”的形式", "is not a text with columns in braces"),
                new Wording("例如 {文号}-{序号}", "write for example {文号}-{序号}")));
        }

        return template;
    }

    private List<DayForm> Forms(ObjectReader reader)
    {
        var forms = new List<DayForm>();
        foreach (var piece in reader.List("forms"))
        {
            if (piece.Text is not null && DayForm.TryParse(piece.Text, out var form))
            {
                forms.Add(form!);
                continue;
            }

            flaws.Add(new Flaw(
                "date-form-invalid", piece.Place,
                new Wording("不是可用的日期格式", "is not a form that says which day it is"),
                new Wording(
                    "例如 yyyy年M月d日、yyyy.M.d、M/d/yyyy、excel",
                    "write for example yyyy年M月d日, yyyy.M.d, M/d/yyyy or excel")));
        }

        return forms;
    }

    private Dictionary<string, JsonPiece>? Codes(JsonPiece? piece)
    {
        if (piece is null or { IsNull: true })
        {
            return null;
        }

        foreach (var property in piece.Properties.Where(property => property.Value.Kind is JsonKind.Object))
        {
            flaws.Add(ObjectReader.WrongType(property.Value, "a value or a list of texts", "值或文本列表"));
        }

        if (piece.Kind != JsonKind.Object)
        {
            flaws.Add(ObjectReader.WrongType(piece, "an object { text: value }", "对照表"));
        }

        return piece.Properties.ToDictionary(
            property => property.Name, property => property.Value, StringComparer.Ordinal);
    }
}
