using System.Collections.Immutable;

namespace CreditScoring.Workbench.Reasoning;

/// <summary>
/// The values that one expression can have where a condition holds: a stretch of numbers (days count
/// as their number), a list of words, and whether it may be missing. May be too wide, never too narrow.
/// </summary>
internal sealed record Domain
{
    public static readonly Domain Any = new();

    /// <summary>Not missing, and otherwise anything.</summary>
    public static readonly Domain Present = new() { MayMiss = false };

    public static readonly Domain NotNegative = Present with { Low = 0 };

    public decimal? Low { get; init; }

    public bool LowOut { get; init; }

    public decimal? High { get; init; }

    public bool HighOut { get; init; }

    /// <summary>The only words it can be; null: any.</summary>
    public ImmutableHashSet<string>? Only { get; init; }

    public ImmutableHashSet<string> Never { get; init; } = [];

    public bool MayMiss { get; init; } = true;

    /// <summary>No value is possible.</summary>
    public bool IsEmpty => !MayMiss && (Only is { Count: 0 }
        || Low > High || (Low == High && Low is not null && (LowOut || HighOut)));

    public static Domain Words(params IEnumerable<string> words) =>
        Present with { Only = [.. words] };

    public static Domain Except(params IEnumerable<string> words) => Any with { Never = [.. words] };

    public Domain And(Domain other)
    {
        var never = Never.Union(other.Never);
        var only = Only is null ? other.Only : other.Only is null ? Only : Only.Intersect(other.Only);
        var low = Tighter(Low, LowOut, other.Low, other.LowOut, 1);
        var high = Tighter(High, HighOut, other.High, other.HighOut, -1);
        return new Domain
        {
            Low = low.Bound, LowOut = low.Out, High = high.Bound, HighOut = high.Out,
            Only = only?.Except(never), Never = never, MayMiss = MayMiss && other.MayMiss,
        };
    }

    public Domain Or(Domain other) => new()
    {
        Low = Low is null || other.Low is null ? null : Math.Min(Low.Value, other.Low.Value),
        LowOut = LowOut && other.LowOut,
        High = High is null || other.High is null ? null : Math.Max(High.Value, other.High.Value),
        HighOut = HighOut && other.HighOut,
        Only = Only is null || other.Only is null ? null : Only.Union(other.Only),
        Never = Never.Intersect(other.Never),
        MayMiss = MayMiss || other.MayMiss,
    };

    /// <summary>A number that it can be.</summary>
    public decimal Sample() => (Low, High) switch
    {
        ({ } low, { } high) => !LowOut ? low : !HighOut ? high : (low + high) / 2,
        ({ } low, null) => LowOut ? low + 1 : low,
        (null, { } high) => HighOut ? high - 1 : high,
        _ => 1,
    };

    private static (decimal? Bound, bool Out) Tighter(
        decimal? a, bool aOut, decimal? b, bool bOut, int sign) =>
        a is null ? (b, bOut) : b is null ? (a, aOut)
            : a == b ? (a, aOut || bOut)
            : a * sign > b * sign ? (a, aOut) : (b, bOut);
}
