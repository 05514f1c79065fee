using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>
/// What the values of a field can legitimately be, as the catalogue declares it, so that a slip of the
/// typist is caught at the door: the least and the greatest number, whether it counts, and the days that
/// a day does not come before.
/// </summary>
/// <param name="AtLeast">The least number; null: any.</param>
/// <param name="AtMost">The greatest number; null: any.</param>
/// <param name="Whole">Whether the number counts things.</param>
/// <param name="NotBefore">
/// Names of days of the same record or event that this day is not before; one that is missing asks nothing.
/// </param>
public sealed record FieldBounds(
    decimal? AtLeast, decimal? AtMost, bool Whole, IReadOnlyList<string> NotBefore)
{
    public static readonly FieldBounds None = new(null, null, false, []);

    /// <summary>Days of every event that a field may be held against.</summary>
    public static readonly IReadOnlyList<string> DaysOfEvents = ["occurredOn", "decidedOn"];

    /// <summary>What keeps a number from being a value; null: it can be one.</summary>
    public Wording? FlawOf(decimal number) =>
        number < AtLeast ? new Wording($"{number} 小于 {AtLeast}", $"{number} is less than {AtLeast}")
        : number > AtMost ? new Wording($"{number} 大于 {AtMost}", $"{number} is more than {AtMost}")
        : Whole && decimal.Truncate(number) != number
            ? new Wording($"{number} 不是整数", $"{number} is not a whole number")
        : null;

    /// <summary>
    /// What both allow, of a field that several kinds have; days of the event are left to each.
    /// </summary>
    public FieldBounds Either(FieldBounds other) => new(
        AtLeast is null || other.AtLeast is null ? null : Math.Min(AtLeast.Value, other.AtLeast.Value),
        AtMost is null || other.AtMost is null ? null : Math.Max(AtMost.Value, other.AtMost.Value),
        Whole && other.Whole,
        [.. NotBefore.Intersect(other.NotBefore, StringComparer.Ordinal)]);

    /// <summary>Without the days of the event: an amendment has days of its own.</summary>
    public FieldBounds OfFieldsOnly() => this with { NotBefore = [.. NotBefore.Except(DaysOfEvents)] };
}
