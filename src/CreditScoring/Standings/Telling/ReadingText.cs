using CreditScoring.Law.Language;

namespace CreditScoring.Standings.Telling;

/// <summary>A part of a condition, what it came to, and by which values.</summary>
public sealed class ReadingText(string language)
{
    /// <summary>The comparisons and tests under the ands and ors of a condition.</summary>
    public static IEnumerable<Reading> Atoms(Reading reading) =>
        reading.Evaluated && reading.Parts.Count > 0
            && reading.Parts.All(part => part.Value is bool || !part.Evaluated)
            ? reading.Parts.SelectMany(Atoms) : [reading];

    public string Answered(Reading reading)
    {
        var answer = reading.Evaluated ? $"→ {Value(reading)}{Operands(reading)}"
            : language == "zh" ? "未评定" : "not evaluated";
        return $"{reading.Text}   {answer}";
    }

    /// <summary>The names that the text reads, with their values.</summary>
    public string Operands(Reading reading)
    {
        var operands = Read(reading).Select(part => $"{part.Text} = {Value(part)}").Distinct().ToArray();
        return operands.Length == 0 ? "" : $"   ({string.Join(", ", operands)})";
    }

    /// <summary>The names that a part reads, and what they were; a literal is none.</summary>
    public static IEnumerable<Reading> Read(Reading reading) =>
        Leaves(reading).Where(part => part.Evaluated && !IsLiteral(part) && part != reading);

    private static IEnumerable<Reading> Leaves(Reading reading) =>
        reading.Parts.Count == 0 ? [reading] : reading.Parts.SelectMany(Leaves);

    private static bool IsLiteral(Reading reading) =>
        reading.Text.Length > 0 && (reading.Text[0] is '"' or '\'' || char.IsDigit(reading.Text[0]));

    private string Value(Reading reading) => ValueText.Of(reading.Value, language);
}
