using CreditScoring.Service.Access;

namespace CreditScoring.Service.Contract;

/// <summary>How far what an endpoint answers is a matter of regions.</summary>
public enum Extent
{
    /// <summary>It says nothing of any subject.</summary>
    None,

    /// <summary>
    /// Of one subject: who is not competent for its region learns not even that it is known.
    /// </summary>
    Subject,

    /// <summary>Of many: those of other regions are left out.</summary>
    List,

    /// <summary>Of what has no region: for those alone who are competent for all.</summary>
    Whole,
}

/// <summary>Who may use an endpoint. One that has no label is for nobody.</summary>
/// <param name="Wants">Null: everybody may, also who does not say who he is.</param>
/// <param name="Told">
/// As what a use of it is told in the record before it is answered, such as <c>ledger-read</c>; null: it is
/// not told, or what it does is kept as such.
/// </param>
public sealed record AccessLabel(Right? Wants, Extent Extent, string? Told);

/// <summary>Puts labels on endpoints.</summary>
internal static class AccessLabels
{
    public static RouteHandlerBuilder For(
        this RouteHandlerBuilder endpoint, Right right, Extent extent, string? told = null) =>
        endpoint.WithMetadata(new AccessLabel(right, extent, told));

    public static TBuilder ForEverybody<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AccessLabel(null, Extent.None, null));
}
