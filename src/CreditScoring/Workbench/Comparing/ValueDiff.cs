using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Workbench.Comparing;

/// <summary>
/// Two values of one property: equal, another value, or the words of an expression that differ.
/// </summary>
internal static class ValueDiff
{
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = "&&", ["or"] = "||", ["="] = "==", ["<>"] = "!=", ["eq"] = "==", ["ne"] = "!=",
        ["neq"] = "!=", ["lt"] = "<", ["le"] = "<=", ["gt"] = ">", ["ge"] = ">=",
    };

    public static IEnumerable<Change> Of(string path, JsonPiece old, JsonPiece @new)
    {
        if (old.Kind == @new.Kind && Equals(old.Value, @new.Value))
        {
            return [];
        }

        var (was, becomes) = (Words(old.Formula), Words(@new.Formula));
        var whole = new Change(path, @new.Place, CaseComparison.Shown(old), CaseComparison.Shown(@new));
        if (was is null || becomes is null)
        {
            return [whole];
        }

        var pairs = was.Zip(becomes).Where(pair => Spelled(pair.First) != Spelled(pair.Second)).ToArray();
        return pairs.Length == 0 && was.Count == becomes.Count ? []
            : was.Count != becomes.Count || pairs.Length > 3 || was.Count < 3 ? [whole]
            : pairs.Select(pair => new Change(
                path, @new.AsRule().At(pair.Second.Start), pair.First.Text, pair.Second.Text));
    }

    private static string Spelled(Token word) => word.Value is NumberLiteral or null
        ? Spellings.GetValueOrDefault(word.Text, word.Text) : $"{word.Kind} {word.Value}";

    /// <summary>The words of rule language; null: it is none.</summary>
    private static List<Token>? Words(string? text)
    {
        try
        {
            return text is null ? null : Lexer.Read(text);
        }
        catch (SyntaxFault)
        {
            return null;
        }
    }
}
