using System.Globalization;
using CreditScoring.Enterprises;
using CreditScoring.Files;

namespace CreditScoring.Service.Ports;

/// <summary>How lists look for a standing beside what it says: made anew from the file at any time.</summary>
/// <param name="Rank">Of its tier in the ladder in force, 0 the mildest; null: it has none.</param>
/// <param name="Due">Last day of the window of the next inspection that the regime asks for.</param>
public sealed record Listing(string Regime, int? Rank, DateOnly? Due)
{
    /// <summary>Of these the one of a regime; without rank and last day, where none is.</summary>
    public static Listing Of(string regime, IReadOnlyList<Listing> these)
    {
        foreach (var each in these)
        {
            if (each.Regime == regime)
            {
                return each;
            }
        }

        return new Listing(regime, null, null);
    }
}

/// <summary>The window of the next inspection of a subject, as it is recommended.</summary>
/// <param name="Regime">The one that decided its last day.</param>
public sealed record VisitWindow(
    DateOnly? Opens, DateOnly Due, string? Regime, string? Priority, decimal? TimesPerYear);

/// <summary>By what a list is ordered, within each regime.</summary>
public enum ListOrder
{
    Subject,
    Name,
    Points,
    Tier,
    Due,
}

/// <summary>What the orders of a list are called.</summary>
public static class ListOrders
{
    /// <summary>Each upwards.</summary>
    public static readonly IReadOnlyList<string> Names =
        [.. Enum.GetNames<ListOrder>().Select(each => each.ToLowerInvariant())];

    /// <summary>Each upwards, and downwards with '-' before.</summary>
    public static readonly IReadOnlyList<string> All = [.. Names, .. Names.Select(each => $"-{each}")];
}

/// <summary>Which standings are to be listed or counted; null: any.</summary>
public sealed record ListFilter
{
    public string? Regime { get; init; }

    public string? Kind { get; init; }

    /// <summary>One of these; empty: any.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>The digits with which the region's code begins.</summary>
    public string? Region { get; init; }

    /// <summary>With which the industry's code begins.</summary>
    public string? Industry { get; init; }

    /// <summary>A part of the name or of a former one, as it is looked for.</summary>
    public string? Name { get; init; }

    public decimal? PointsFrom { get; init; }

    public decimal? PointsTo { get; init; }

    /// <summary>The window of the next inspection ends before this day.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>What the version in force is.</summary>
    public string? Status { get; init; }

    /// <summary>The tier became worse on this day or later, and has not changed since.</summary>
    public DateOnly? WorseSince { get; init; }

    /// <summary>Whether it asks for nothing but regime, kind, region, tier and status.</summary>
    public bool IsOfPlaces => (Industry ?? Name) is null && (PointsFrom ?? PointsTo) is null
        && (DueBefore ?? WorseSince) is null;
}

/// <summary>A page of standings.</summary>
public sealed record ListQuery(ListFilter Filter, int Limit)
{
    public ListOrder Order { get; init; }

    public bool Descending { get; init; }

    /// <summary>Only what comes after this one.</summary>
    public ListPlace? After { get; init; }
}

/// <summary>The place of a standing in an order.</summary>
/// <param name="Value">By which it is ordered, as a text; empty where the subject alone orders.</param>
public sealed record ListPlace(string Regime, string Value, Subject Subject)
{
    /// <returns>Null: nothing is ever in that place.</returns>
    public object? ValueBy(ListOrder order) => order switch
    {
        ListOrder.Points => decimal.TryParse(
            Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var points) ? points : null,
        ListOrder.Tier => int.TryParse(
            Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rank) ? rank : null,
        ListOrder.Due => DateOnly.TryParseExact(
            Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        _ => Value,
    };
}

/// <summary>A standing in a list, and what is known of its subject.</summary>
public sealed record ListedRow(KeptStanding Standing, SubjectProfile Profile)
{
    /// <summary>Last day of the window of the next inspection that the regime asks for.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Since when it has its tier, if it had a milder one before.</summary>
    public DateOnly? WorseSince { get; init; }

    /// <summary>Its place in the order that was asked for.</summary>
    public required ListPlace Place { get; init; }
}
