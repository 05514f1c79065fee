namespace CreditScoring.Draws;

/// <summary>The rule of a draw (抽取规则), declared before it.</summary>
/// <param name="Profile">The profile that it comes from, such as <c>cn-ha/sampling-share</c>.</param>
/// <param name="Pack">The pack whose tables have the shares.</param>
/// <param name="Rounding">How a share becomes a number of objects.</param>
/// <param name="Strata">In the order in which they are drawn.</param>
/// <param name="Floor">Least share of all objects; null: none.</param>
/// <param name="Reserves">Reserves (替补) as a share of those drawn of a stratum, rounded up.</param>
/// <param name="Each">Inspectors for an object, two at least.</param>
/// <param name="Regions">Which inspectors may come to an object, by region.</param>
public sealed record DrawRule(
    string Profile, string Pack, Rounding Rounding, IReadOnlyList<Stratum> Strata, Share? Floor,
    Share Reserves, int Each, Regions Regions);

/// <summary>Which inspectors may come to an object, by region (区域).</summary>
public enum Regions
{
    /// <summary>Any.</summary>
    Any,

    /// <summary>Those whose region is that of the object or lies around it.</summary>
    Around,
}
