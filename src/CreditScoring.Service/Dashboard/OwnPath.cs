namespace CreditScoring.Service.Dashboard;

/// <summary>Where a page leads back to: never away from this service.</summary>
internal static class OwnPath
{
    /// <summary>The path, or another where it is none of this service.</summary>
    public static string Or(string? path, string otherwise) =>
        // //host and /\host are other sites to a browser.
        path is ['/', ..] && !(path.Length > 1 && path[1] is '/' or '\\') && !path.Any(char.IsControl)
            ? path : otherwise;
}
