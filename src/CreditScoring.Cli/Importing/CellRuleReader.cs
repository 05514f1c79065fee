using CreditScoring.Documents;

namespace CreditScoring.Cli.Importing;

/// <summary>
/// One value of a mapping: a text with columns in braces, or an object with <c>column</c> or
/// <c>text</c> and <c>codes</c>, <c>forms</c>, <c>times</c>, <c>split</c>.
/// </summary>
internal sealed class CellRuleReader(List<Flaw> flaws)
{
    public CellRule? Read(JsonPiece? piece)
    {
        if (piece is null || piece.IsNull)
        {
            return null;
        }

        if (piece.Kind == JsonKind.Text)
        {
            return Filled(piece) is { } text ? new CellRule(text) : null;
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
                Split = reader.Text("split"),
            }
            : null;
        reader.Close();
        return rule;
    }

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
        if (piece is null)
        {
            return null;
        }

        if (piece.Kind != JsonKind.Object)
        {
            flaws.Add(ObjectReader.WrongType(piece, "an object { text: value }", "对照表"));
        }

        return piece.Properties.ToDictionary(
            property => property.Name, property => property.Value, StringComparer.Ordinal);
    }
}
