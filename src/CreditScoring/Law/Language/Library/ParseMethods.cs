using System.Globalization;
using static CreditScoring.Law.Language.Library.Method;

namespace CreditScoring.Law.Language.Library;

/// <summary>
/// From one type to another, invariant: int.Parse, Convert.ToDecimal and their kin.
/// </summary>
internal static class ParseMethods
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static readonly IReadOnlyList<Method> Whole =
    [
        Of("Parse", (string t) => int.Parse(t, NumberStyles.Integer, Plain)),
        Property("MaxValue", () => int.MaxValue),
        Property("MinValue", () => int.MinValue),
    ];

    public static readonly IReadOnlyList<Method> Number =
    [
        Of("Parse", (string t) => decimal.Parse(t, NumberStyles.Number, Plain)),
        Of("Round", (decimal x) => Math.Round(x)),
        Of("Round", (decimal x, int digits) => Math.Round(x, digits)),
        Of("Floor", (decimal x) => Math.Floor(x)),
        Of("Ceiling", (decimal x) => Math.Ceiling(x)),
        Of("Truncate", (decimal x) => Math.Truncate(x)),
        Property("MaxValue", () => decimal.MaxValue),
        Property("MinValue", () => decimal.MinValue),
        Property("Zero", () => 0m),
        Property("One", () => 1m),
    ];

    public static readonly IReadOnlyList<Method> Truth = [Of("Parse", (string t) => bool.Parse(t))];

    public static readonly IReadOnlyList<Method> Convert =
    [
        Of("ToInt32", (int x) => x),
        Of("ToInt32", (decimal x) => System.Convert.ToInt32(x)),
        Of("ToInt32", (string t) => System.Convert.ToInt32(t, Plain)),
        Of("ToInt32", (bool x) => System.Convert.ToInt32(x)),
        Of("ToInt64", (decimal x) => (decimal)System.Convert.ToInt64(x)),
        Of("ToInt64", (string t) => (decimal)System.Convert.ToInt64(t, Plain)),
        Of("ToDecimal", (decimal x) => x),
        Of("ToDecimal", (string t) => System.Convert.ToDecimal(t, Plain)),
        Of("ToDouble", (decimal x) => x),
        Of("ToDouble", (string t) => System.Convert.ToDecimal(t, Plain)),
        Of("ToBoolean", (bool x) => x),
        Of("ToBoolean", (decimal x) => x != 0m),
        Of("ToBoolean", (string t) => System.Convert.ToBoolean(t, Plain)),
        Of("ToString", (int x) => x.ToString(Plain)),
        Of("ToString", (string t) => t ?? ""),
        Of("ToString", (bool x) => x.ToString(Plain)),
        Of("ToDateTime", (string t) => Dates.Instant(t)),
    ];
}
