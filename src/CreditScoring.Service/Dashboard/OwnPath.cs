using CreditScoring.Service.Api;

namespace CreditScoring.Service.Dashboard;

/// <summary>Where a page leads back to: never away from this service.</summary>
internal static class OwnPath
{
    /// <summary>The path, or another where it is none of this service.</summary>
    public static string Or(string? path, string otherwise) =>
        path is { Length: > 0 } && ProviderSignIn.IsOwnPath(path) ? path : otherwise;
}
