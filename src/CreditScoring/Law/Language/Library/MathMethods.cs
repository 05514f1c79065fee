using static CreditScoring.Law.Language.Library.Method;

namespace CreditScoring.Law.Language.Library;

/// <summary>
/// Math: exact where decimals are, 12 significant digits where only binary numbers can.
/// </summary>
internal static class MathMethods
{
    public static readonly IReadOnlyList<Method> All =
    [
        Lifting("Abs", (int x) => Math.Abs(x)),
        Lifting("Abs", (decimal x) => Math.Abs(x)),
        Lifting("Sign", (int x) => Math.Sign(x)),
        Lifting("Sign", (decimal x) => Math.Sign(x)),
        Lifting("Min", (int a, int b) => Math.Min(a, b)),
        Lifting("Min", (decimal a, decimal b) => Math.Min(a, b)),
        Lifting("Max", (int a, int b) => Math.Max(a, b)),
        Lifting("Max", (decimal a, decimal b) => Math.Max(a, b)),
        Lifting("Clamp", (decimal x, decimal least, decimal most) => Math.Clamp(x, least, most)),
        Lifting("Floor", (decimal x) => Math.Floor(x)),
        Lifting("Ceiling", (decimal x) => Math.Ceiling(x)),
        Lifting("Truncate", (decimal x) => Math.Truncate(x)),
        Lifting("Round", (decimal x) => Math.Round(x)),
        Lifting("Round", (decimal x, int digits) => Math.Round(x, digits)),
        Lifting("Round", (decimal x, MidpointRounding how) => Math.Round(x, how)),
        Lifting("Round", (decimal x, int digits, MidpointRounding how) =>
            Math.Round(x, digits, how)),
        Lifting("Sqrt", (decimal x) => Numbers.Sqrt(x)),
        Lifting("Pow", (decimal x, decimal y) => Numbers.Pow(x, y)),
        Lifting("Log10", (decimal x) => Numbers.Log10(x)),
        Lifting("Log", (decimal x) => Numbers.Log(x)),
        Lifting("Log2", (decimal x) => Numbers.Log2(x)),
        Lifting("Cbrt", (decimal x) => Numbers.Cbrt(x)),
        Lifting("Sin", (decimal x) => Numbers.Sin(x)),
        Lifting("Cos", (decimal x) => Numbers.Cos(x)),
        Lifting("Exp", (decimal x) => Numbers.Exp(x)),
        Property("PI", () => 3.141592653589793m),
        Property("E", () => 2.718281828459045m),
    ];

    private static Method Lifting(string name, System.Linq.Expressions.LambdaExpression meaning) =>
        Of(name, meaning, lifts: true);
}
