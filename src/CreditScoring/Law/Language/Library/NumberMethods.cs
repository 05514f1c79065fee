using System.Globalization;
using static CreditScoring.Law.Language.Library.Method;

namespace CreditScoring.Law.Language.Library;

/// <summary>Methods of numbers and of true or false.</summary>
internal static class NumberMethods
{
    public static readonly IReadOnlyList<Method> OfInteger =
    [
        Of("ToString", (int x) => x.ToString(CultureInfo.InvariantCulture)),
        Of("ToString", (int x, string format) => Numbers.FormatWhole(x, format)),
        Of("CompareTo", (int x, int other) => x.CompareTo(other)),
        Of("Equals", (int x, int other) => x == other),
    ];

    // No ToString() without a format: 0.5 and 0.50 are one value and would be two texts.
    public static readonly IReadOnlyList<Method> OfNumber =
    [
        Of("ToString", (decimal x, string format) => Numbers.Format(x, format)),
        Of("CompareTo", (decimal x, decimal other) => x.CompareTo(other)),
        Of("Equals", (decimal x, decimal other) => x == other),
    ];

    public static readonly IReadOnlyList<Method> OfBoolean =
    [
        Of("ToString", (bool x) => x.ToString(CultureInfo.InvariantCulture)),
        Of("CompareTo", (bool x, bool other) => x.CompareTo(other)),
        Of("Equals", (bool x, bool other) => x == other),
    ];
}
