using System.Globalization;

namespace CreditScoring.Law.Seconding;

/// <summary>
/// By which engines is judged (评判方式): ours always, and beside it a second one for a share of subjects
/// and days. It stands beside a book's hash, not in it.
/// </summary>
/// <param name="Engine">Name and version of the second engine; null: ours alone judges.</param>
/// <param name="Share">0: it is never asked; 1: always.</param>
public readonly record struct JudgingMode(string? Engine, double Share)
{
    /// <summary>Ours alone.</summary>
    public static readonly JudgingMode Off;

    private const string OffText = "off";
    private const string AlwaysText = ", always";
    private const string ShareText = ", share ";

    public bool Always => Engine is not null && Share >= 1;

    /// <summary>
    /// As a record keeps it: <c>off</c>, or <c>RulesEngine 6.0.1, always</c>, or <c>…, share 0.02</c>.
    /// </summary>
    public override string ToString() => Engine is null ? OffText
        : Always ? Engine + AlwaysText
        : string.Create(CultureInfo.InvariantCulture, $"{Engine}{ShareText}{Share}");

    /// <returns>False: it is none of these forms, such as that of another program.</returns>
    public static bool TryParse(string? text, out JudgingMode mode)
    {
        mode = Off;
        if (text is null or OffText)
        {
            return text is not null;
        }

        if (text.EndsWith(AlwaysText, StringComparison.Ordinal))
        {
            mode = new JudgingMode(text[..^AlwaysText.Length], 1);
            return true;
        }

        var at = text.LastIndexOf(ShareText, StringComparison.Ordinal);
        if (at > 0 && double.TryParse(
            text.AsSpan(at + ShareText.Length), NumberStyles.Float, CultureInfo.InvariantCulture,
            out var share))
        {
            mode = new JudgingMode(text[..at], share);
            return true;
        }

        return false;
    }
}
