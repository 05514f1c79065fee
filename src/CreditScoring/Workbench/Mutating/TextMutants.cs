using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Workbench.Mutating;

/// <summary>
/// The mutants of one piece of rule language: operators, numbers, dates, and/or, negations.
/// </summary>
internal static class TextMutants
{
    private static readonly Dictionary<string, string> Swaps = new(StringComparer.Ordinal)
    {
        [">="] = ">", [">"] = ">=", ["<="] = "<", ["<"] = "<=",
        ["=="] = "!=", ["!="] = "==", ["&&"] = "||", ["||"] = "&&", ["and"] = "or", ["or"] = "and",
        ["+"] = "-", ["-"] = "+", ["*"] = "+", ["/"] = "*", ["!"] = "",
        ["true"] = "false", ["false"] = "true",
        ["Any"] = "All", ["All"] = "Any", ["Min"] = "Max", ["Max"] = "Min",
        ["Floor"] = "Ceiling", ["Ceiling"] = "Floor",
    };

    public static IEnumerable<Mutant> Of(JsonPiece piece)
    {
        var (rule, source) = (piece.AsRule(), piece.Source);
        foreach (var token in Tokens(rule.Text))
        {
            // Of a text the inside is replaced: its quotes are escaped in the file.
            var quote = token.Value is string ? 1 : 0;
            if (Changed(token) is { } becomes)
            {
                yield return new Mutant(
                    source, OffsetOf(source, rule.At(token.Start + quote)),
                    OffsetOf(source, rule.At(token.End - quote)), becomes);
            }
        }
    }

    /// <summary>The whole text negated.</summary>
    public static Mutant Negated(JsonPiece piece)
    {
        var (rule, source) = (piece.AsRule(), piece.Source);
        var (start, end) = (OffsetOf(source, rule.At(0)), OffsetOf(source, rule.At(rule.Text.Length)));
        return new Mutant(source, start, end, $"!({source.Text[start..end]})");
    }

    /// <summary>The number a little greater: by one of its last digit.</summary>
    public static string More(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var step = point < 0 ? 1m : 1m / (decimal)Math.Pow(10, number.Length - point - 1);
        return decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? (value + step).ToString(CultureInfo.InvariantCulture) : number + "1";
    }

    /// <summary>The next day of a text that is a day; null: it is none.</summary>
    public static string? NextDay(string? text) =>
        DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string? Changed(Token token) => token switch
    {
        { Kind: TokenKind.Literal, Value: string text } => NextDay(text),
        { Kind: TokenKind.Literal } when char.IsAsciiDigit(token.Text[0]) => More(token.Text),
        _ => Swaps.GetValueOrDefault(token.Text),
    };

    private static List<Token> Tokens(string text)
    {
        try
        {
            return Lexer.Read(text);
        }
        catch (SyntaxFault)
        {
            return [];
        }
    }

    private static int OffsetOf(SourceText source, Place place) => source.OffsetOf(place.Line, place.Column);
}
