using CreditScoring.Service.Answers;

namespace CreditScoring.Service.Dashboard;

/// <summary>Puts on an endpoint that it is a page.</summary>
internal static class PageLabels
{
    /// <summary>
    /// Its refusals are pages, it takes forms, and the contract for programs does not name it.
    /// </summary>
    public static RouteHandlerBuilder AsPage(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new PageMark()).ExcludeFromDescription();
}
