using System.Globalization;

namespace CreditScoring.Law.Scenes;

/// <summary>
/// Dishonesty points (质量失信记分): more is worse, a credit is negative. Decimal, since factors may
/// halve them; the default is none.
/// </summary>
public readonly record struct Points(decimal Value) : IComparable<Points>
{
    public static Points operator -(Points points) => new(-points.Value);

    public static Points operator +(Points left, Points right) => new(left.Value + right.Value);

    public int CompareTo(Points other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("0.############", CultureInfo.InvariantCulture);
}
