using CreditScoring.Documents;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Packs;
using Newtonsoft.Json;

namespace CreditScoring.Workbench.Editing;

/// <summary>
/// Help for one expression while it is written: what can stand at the caret, what a word means and where
/// it is declared, and the flaws. Offsets are those of the expression itself, without JSON's escapes.
/// </summary>
public sealed class ExpressionHelp
{
    private readonly EditedRules rules;
    private readonly string file;
    private readonly string way;
    private readonly string text;
    private readonly int caret;
    private readonly TextScope? names;
    private readonly Declared declared;

    private ExpressionHelp(EditedRules rules, string file, string way, string text, int caret)
    {
        (this.rules, this.file, this.way, this.text) = (rules, file, way, text);
        this.caret = Math.Clamp(caret, 0, text.Length);
        var part = rules.PartOf(file);
        names = part.ScopeAt(file, way);
        declared = part.Declared;
    }

    /// <summary>Whether anything is known of the names that may be used there.</summary>
    public bool IsKnown => names is not null;

    /// <summary>What can be written at the caret.</summary>
    public Completion Completion => names is null ? new Completion(caret, caret, [])
        : new ExpressionCompletion(text, names, declared, file, way).At(caret);

    /// <summary>What the word at the caret means; null: nobody has said.</summary>
    public HoverCard? Hover => names is not null && Word is var word
        && new NameCards(names, declared, file, way).Meaning(text, word) is { } meaning
            ? new HoverCard(word.Start, word.End, meaning) : null;

    /// <summary>Where what the word at the caret names is declared; null: nowhere in the rules.</summary>
    public Place? Declaration => names is null ? null
        : new NameCards(names, declared, file, way).Declaration(text, Word);

    /// <summary>
    /// The flaws of the text, as lint would find them if the file said it; of a file that is broken
    /// elsewhere those of its grammar and names alone.
    /// </summary>
    public IReadOnlyList<MarkedFlaw> Flaws => InFile() ?? ByItself();

    private ExpressionWord Word => ExpressionWord.At(text, caret);

    /// <param name="rules">The rules as they stand.</param>
    /// <param name="file">The file, by its path from the rules folder.</param>
    /// <param name="rulePath">The way to the expression, such as <c>Rules[3].Properties.points</c>.</param>
    /// <param name="text">The expression as typed, which need not be what the file says.</param>
    /// <param name="caret">An offset in it.</param>
    public static ExpressionHelp At(
        EditedRules rules, string file, string rulePath, string text, int caret) =>
        new(rules, file, rulePath, text, caret);

    /// <summary>Whether an expression stands at a way of a file, as far as its name tells.</summary>
    internal static bool Stands(string file, string way)
    {
        var name = way[(way.LastIndexOf('.') + 1)..];
        return file.EndsWith("/pack.json", StringComparison.Ordinal)
            ? ManifestReader.Expressions.Contains(way)
            : file.EndsWith(".workflow.json", StringComparison.Ordinal) && (name == "Expression"
                || (way.EndsWith(".Properties." + name, StringComparison.Ordinal)
                    && RuleProperties.All.Any(each => each.Name == name && each is ReckonedProperty)));
    }

    private MarkedFlaw[]? InFile()
    {
        var document = rules.Documents.GetValueOrDefault(file);
        var whole = document is null ? null : JsonDocumentReader.Read(document, out _);
        if (whole is null
            || JsonWays.All(whole).FirstOrDefault(each => each.Way == way).Piece is not { } piece)
        {
            return null;
        }

        var start = document!.OffsetOf(piece.Place.Line, piece.Place.Column);
        var changed = new SourceText(file, document.Text[..start] + JsonConvert.ToString(text)
            + document.Text[JsonWays.End(document.Text, start)..]);
        return Marked(rules.With(changed).PartOf(file).EarlyFlaws, new RuleText(changed, start + 1, text));
    }

    private MarkedFlaw[] ByItself()
    {
        var flaws = new List<Flaw>();
        if (names is not null)
        {
            RuleCompiler.Compile(RuleText.Bare(text, file), names.Scope, flaws, names.Given);
        }

        return Marked(flaws, RuleText.Bare(text, file));
    }

    /// <summary>Those that stand in the text, with the characters that they are about.</summary>
    private MarkedFlaw[] Marked(IReadOnlyList<Flaw> flaws, RuleText placed)
    {
        var (first, last) = (placed.At(0), placed.At(text.Length));
        return
        [
            .. from flaw in flaws
            where flaw.Place.File == file && Compare(flaw.Place, last) <= 0
                && Compare(flaw.Place, first with { Column = first.Column - 1 }) >= 0
            let start = Enumerable.Range(0, text.Length + 1).FirstOrDefault(
                offset => Compare(placed.At(offset), flaw.Place) >= 0)
            select new MarkedFlaw(flaw, start, Math.Max(start + 1, EndOf(start))),
        ];
    }

    private int EndOf(int start)
    {
        var bare = new SourceText(file, text);
        return start + bare.LengthAt(bare.At(start));
    }

    private static int Compare(Place one, Place other) =>
        (one.Line, one.Column).CompareTo((other.Line, other.Column));
}
