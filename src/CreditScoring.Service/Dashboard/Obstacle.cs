using CreditScoring.Law.Language;
using CreditScoring.Standings.Telling;

namespace CreditScoring.Service.Dashboard;

/// <summary>
/// The parts of a condition that keep it from coming out as somebody would have it.
/// </summary>
/// <param name="Parts">Each with what it would have to come to.</param>
/// <param name="AnyOne">Whether one of them is enough; else all have to change.</param>
public sealed record Obstacle(IReadOnlyList<(Reading Part, bool Wanted)> Parts, bool AnyOne)
{
    /// <param name="wanted">What the condition would have to come to.</param>
    public static Obstacle Of(Reading condition, bool wanted)
    {
        var parts = InTheWay(condition, wanted).ToList();
        return new Obstacle(parts, parts.Count > 1 && IsEnough(condition, wanted));
    }

    /// <summary>One false part is enough for an "and" to be false, one true part for an "or".</summary>
    private static bool IsEnough(Reading condition, bool wanted) => condition.Parts.Count switch
    {
        1 => IsEnough(condition.Parts[0], !wanted),
        _ => Joint(condition) is { } joint && joint == "&&" != wanted,
    };

    private static IEnumerable<(Reading Part, bool Wanted)> InTheWay(Reading reading, bool wanted)
    {
        if (!reading.Evaluated || reading.Value is bool now && now == wanted)
        {
            return [];
        }

        return reading.Parts is [{ Value: bool } only] && reading.Text.StartsWith('!')
            ? InTheWay(only, !wanted)
            : Joint(reading) is null ? [(reading, wanted)]
            : reading.Parts.SelectMany(part => InTheWay(part, wanted));
    }

    /// <summary>What joins the parts of a reading; null: nothing that joins truths does.</summary>
    private static string? Joint(Reading reading) =>
        Between(reading) is "&&" or "||" ? Between(reading) : null;

    /// <summary>What stands between the first two parts of a reading; null: it has fewer.</summary>
    private static string? Between(Reading reading)
    {
        if (reading.Parts is not [var left, var right, ..])
        {
            return null;
        }

        var from = left.Start - reading.Start + left.Text.Length;
        var to = right.Start - reading.Start;
        return from < 0 || to < from || to > reading.Text.Length ? null
            : reading.Text[from..to].Trim(' ', '(', ')', '\n');
    }

    /// <summary>What a part comes to now and what it would have to.</summary>
    /// <param name="name">What people call what a text reads.</param>
    public static string Told((Reading Part, bool Wanted) each, Func<string, string> name, string language)
    {
        var (part, wanted) = each;
        var zh = language == "zh";
        if (Between(part) is { } sign && Comparison(sign, wanted, zh) is { } words)
        {
            var (left, right) = (part.Parts[0], part.Parts[1]);
            var (now, then) = (ValueText.Of(left.Value, language), ValueText.Of(right.Value, language));
            return zh ? $"{name(left.Text)} 现为 {now}，须{words} {then}"
                : $"{name(left.Text)} is {now}, and has to be {words} {then}";
        }

        if (IsName(part))
        {
            var (now, then) = (ValueText.Of(part.Value, language), ValueText.Of(wanted, language));
            return zh ? $"{name(part.Text)} 现为 {now}，须为 {then}"
                : $"{name(part.Text)} is {now}, and has to be {then}";
        }

        return (zh, wanted) switch
        {
            (true, true) => $"{name(part.Text)} 须成立，现不成立",
            (true, false) => $"{name(part.Text)} 须不再成立，现成立",
            (false, true) => $"{name(part.Text)} has to hold, and does not",
            (false, false) => $"{name(part.Text)} must no longer hold, and does",
        };
    }

    /// <summary>Whether the whole text is one name, such as <c>onSeriousList</c>.</summary>
    public static bool IsName(Reading reading) => reading is { Parts.Count: 0, Text: not ("true" or "false") }
        && char.IsLetter(reading.Text[0]) && reading.Text.All(char.IsLetterOrDigit);

    private static string? Comparison(string sign, bool wanted, bool zh) => (sign, wanted) switch
    {
        (">=", true) or ("<", false) => zh ? "不小于" : "at least",
        (">", true) or ("<=", false) => zh ? "大于" : "more than",
        ("<=", true) or (">", false) => zh ? "不大于" : "at most",
        ("<", true) or (">=", false) => zh ? "小于" : "less than",
        ("==", true) or ("!=", false) => zh ? "为" : "equal to",
        ("!=", true) or ("==", false) => zh ? "不为" : "other than",
        _ => null,
    };
}
