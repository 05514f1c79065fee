using static CreditScoring.Law.Language.Library.Method;

namespace CreditScoring.Law.Language.Library;

/// <summary>
/// Text: ordinal and invariant; nothing grows beyond <see cref="Texts.MaxLength"/>.
/// </summary>
internal static class TextMethods
{
    public static readonly IReadOnlyList<Method> All =
    [
        Property("Length", (string t) => t.Length),
        Of("Contains", (string t, string part) => t.Contains(part, StringComparison.Ordinal)),
        Of("Contains", (string t, string part, StringComparison how) =>
            t.Contains(part, Texts.Plain(how))),
        Of("StartsWith", (string t, string part) => t.StartsWith(part, StringComparison.Ordinal)),
        Of("StartsWith", (string t, string part, StringComparison how) =>
            t.StartsWith(part, Texts.Plain(how))),
        Of("EndsWith", (string t, string part) => t.EndsWith(part, StringComparison.Ordinal)),
        Of("EndsWith", (string t, string part, StringComparison how) =>
            t.EndsWith(part, Texts.Plain(how))),
        Of("Equals", (string t, string other) => t.Equals(other)),
        Of("Equals", (string t, string other, StringComparison how) =>
            t.Equals(other, Texts.Plain(how))),
        Of("CompareTo", (string t, string other) => Texts.Compare(t, other)),
        Of("IndexOf", (string t, string part) => t.IndexOf(part, StringComparison.Ordinal)),
        Of("IndexOf", (string t, string part, int from) =>
            t.IndexOf(part, from, StringComparison.Ordinal)),
        Of("LastIndexOf", (string t, string part) => t.LastIndexOf(part, StringComparison.Ordinal)),
        Of("ToLower", (string t) => t.ToLowerInvariant()),
        Of("ToLowerInvariant", (string t) => t.ToLowerInvariant()),
        Of("ToUpper", (string t) => t.ToUpperInvariant()),
        Of("ToUpperInvariant", (string t) => t.ToUpperInvariant()),
        Of("Trim", (string t) => t.Trim()),
        Of("TrimStart", (string t) => t.TrimStart()),
        Of("TrimEnd", (string t) => t.TrimEnd()),
        Of("Trim", (string t, string edge) => t.Trim(Texts.Letter(edge))),
        Of("TrimStart", (string t, string edge) => t.TrimStart(Texts.Letter(edge))),
        Of("TrimEnd", (string t, string edge) => t.TrimEnd(Texts.Letter(edge))),
        Of("Substring", (string t, int from) => t.Substring(from)),
        Of("Substring", (string t, int from, int length) => t.Substring(from, length)),
        Of("Remove", (string t, int from) => t.Remove(from)),
        Of("Remove", (string t, int from, int length) => t.Remove(from, length)),
        Of("Insert", (string t, int at, string part) => Texts.Bounded(t.Insert(at, part))),
        Of("Replace", (string t, string old, string by) => Texts.Replace(t, old, by)),
        Of("PadLeft", (string t, int width) => t.PadLeft(Texts.Width(width))),
        Of("PadLeft", (string t, int width, string by) =>
            t.PadLeft(Texts.Width(width), Texts.Letter(by))),
        Of("PadRight", (string t, int width) => t.PadRight(Texts.Width(width))),
        Of("PadRight", (string t, int width, string by) =>
            t.PadRight(Texts.Width(width), Texts.Letter(by))),
        Of("ToString", (string t) => t.ToString()),
    ];

    public static readonly IReadOnlyList<Method> Static =
    [
        Property("Empty", () => ""),
        Of("IsNullOrEmpty", (string t) => string.IsNullOrEmpty(t)),
        Of("IsNullOrWhiteSpace", (string t) => string.IsNullOrWhiteSpace(t)),
        Of("Equals", (string a, string b) => string.Equals(a, b)),
        Of("Equals", (string a, string b, StringComparison how) =>
            string.Equals(a, b, Texts.Plain(how))),
        Of("Compare", (string a, string b) => Texts.Compare(a, b)),
        Of("Compare", (string a, string b, bool ignoreCase) => Texts.Compare(a, b, ignoreCase)),
        Of("CompareOrdinal", (string a, string b) => Texts.Compare(a, b)),
        Of("Concat", (string a, string b) => Texts.Join(a, b)),
        Of("Concat", (string a, string b, string c) => Texts.Join(Texts.Join(a, b), c)),
        Of("Concat", (string a, string b, string c, string d) =>
            Texts.Join(Texts.Join(a, b), Texts.Join(c, d))),
        Of("Join", (string by, IReadOnlyList<string> parts) => Texts.Joined(by, parts)),
    ];
}
