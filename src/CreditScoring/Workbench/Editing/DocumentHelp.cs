using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Workbench.Editing;

/// <summary>
/// Help at a caret of a file of rules, in its expressions and outside of them. Offsets are those of the file.
/// </summary>
public sealed class DocumentHelp
{
    private readonly SourceText document;
    private readonly JsonCaret? caret;
    private readonly ExpressionHelp? expression;
    private readonly JsonHelp? json;

    private DocumentHelp(EditedRules rules, SourceText document, int offset)
    {
        this.document = document;
        if (!document.File.EndsWith(".json", StringComparison.Ordinal))
        {
            return;
        }

        caret = JsonCaret.At(document.Text, offset);
        var way = JsonWays.Of(caret.Steps);
        if (!caret.IsName && caret.Word.Quoted && ExpressionHelp.Stands(document.File, way))
        {
            expression = ExpressionHelp.At(rules, document.File, way, caret.Word.Text, caret.Word.Caret);
        }
        else
        {
            json = new JsonHelp(document, caret, rules.PartOf(document.File).Declared);
        }
    }

    /// <summary>What can be written at the caret.</summary>
    public Completion Completion => expression is null ? json?.Completion ?? new Completion(0, 0, [])
        : InFile(expression.Completion);

    /// <summary>What the word at the caret means; null: nobody has said.</summary>
    public HoverCard? Hover => expression is null ? json?.Hover
        : expression.Hover is not { } card ? null
        : card with { Start = Offset(card.Start), End = Offset(card.End) };

    /// <summary>Where what the word at the caret names is declared; null: nowhere in the rules.</summary>
    public Place? Declaration => expression is null ? json?.Declaration : expression.Declaration;

    /// <param name="rules">The rules as they stand.</param>
    /// <param name="file">The file, by its path from the rules folder.</param>
    /// <param name="offset">The caret.</param>
    /// <returns>Null: there is no such file.</returns>
    public static DocumentHelp? At(EditedRules rules, string file, int offset) =>
        rules.Documents.GetValueOrDefault(file) is { } document
            ? new DocumentHelp(rules, document, offset) : null;

    /// <summary>What is put into a text of JSON has JSON's escapes.</summary>
    private Completion InFile(Completion found) => new(Offset(found.Start), Offset(found.End),
    [
        .. found.Suggestions.Select(each => each with { Insert = JsonConvert.ToString(each.Insert)[1..^1] }),
    ]);

    private int Offset(int inside)
    {
        var place = new RuleText(document, caret!.Word.Start, caret.Word.Text).At(inside);
        return document.OffsetOf(place.Line, place.Column);
    }
}
