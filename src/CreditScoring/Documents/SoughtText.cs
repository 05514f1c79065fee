namespace CreditScoring.Documents;

/// <summary>
/// A text as it is looked for: without blanks, of narrow small letters, so that 福建Ａ厂 and 福建 a厂 are
/// the same.
/// </summary>
public static class SoughtText
{
    public static string Of(string text) => string.Concat(text
        .Select(each => each is >= '\uFF01' and <= '\uFF5E' ? (char)(each - 0xFEE0) : each)
        .Where(each => !char.IsWhiteSpace(each) && !char.IsControl(each))
        .Select(char.ToLowerInvariant));
}
