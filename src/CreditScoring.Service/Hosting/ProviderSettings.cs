namespace CreditScoring.Service.Hosting;

/// <summary>The provider of identities (OpenID Connect) with which persons may sign in.</summary>
/// <param name="Secret">Null: the provider knows this service by its id alone.</param>
/// <param name="NameClaim">The claim that is the subject of an identity, such as <c>sub</c>.</param>
public sealed record ProviderSettings(Uri Authority, string ClientId, string? Secret, string NameClaim)
{
    private const string Section = "Access:Oidc";
    private const string UsualClaim = "sub";

    /// <returns>Null: there is none, or it cannot be used.</returns>
    public static ProviderSettings? Read(IConfiguration configuration, List<string> wrong)
    {
        var client = configuration[$"{Section}:ClientId"];
        var file = configuration[$"{Section}:ClientSecretFile"];
        if (!Uri.TryCreate(configuration[$"{Section}:Authority"], UriKind.Absolute, out var authority))
        {
            if (!string.IsNullOrEmpty(client))
            {
                wrong.Add($"{Section}:ClientId is given and {Section}:Authority is not; give both");
            }

            return null;
        }

        var before = wrong.Count;
        if (string.IsNullOrEmpty(client))
        {
            wrong.Add($"{Section}:Authority is given and {Section}:ClientId is not; give both");
        }

        if (authority.Scheme == Uri.UriSchemeHttp && !authority.IsLoopback)
        {
            wrong.Add($"{Section}:Authority: {authority.Host} is another machine and the connection is not "
                + "encrypted; use https");
        }

        var secret = configuration[$"{Section}:ClientSecret"];
        if (!string.IsNullOrEmpty(file) && SecretIn(file, wrong) is { } kept)
        {
            secret = kept;
        }

        return wrong.Count > before ? null : new ProviderSettings(
            authority, client!, string.IsNullOrEmpty(secret) ? null : secret,
            configuration[$"{Section}:NameClaim"] is { Length: > 0 } claim ? claim : UsualClaim);
    }

    private static string? SecretIn(string file, List<string> wrong)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            wrong.Add($"{Section}:ClientSecretFile: {why.Message}");
            return null;
        }
    }
}
