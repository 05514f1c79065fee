using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CreditScoring.Service.Starting;

/// <summary>What persons sign in with: passwords, cookies, and the keys that seal them.</summary>
public static class SessionParts
{
    private const string Application = "credit-scoring";

    public static IServiceCollection AddSessions(this IServiceCollection services, Settings settings)
    {
        services
            .AddSingleton(PasswordCost.Usual)
            .AddSingleton<PasswordHashing>()
            .AddSingleton<UnknownSignIns>()
            .AddSingleton<RefusedRights>()
            .AddSingleton<SignInDesk>()
            .AddSingleton<SignInShares>()
            .AddSingleton<SessionAnswer>()
            .AddSingleton<SessionDoor>()
            .AddAntiforgery(Set)
            .AddDataProtection(each => each.ApplicationDiscriminator = Application);
        services.AddOptions<KeyManagementOptions>().Configure<RegisterDesk>(
            (keys, desk) => keys.XmlRepository = new ProtectionKeys(desk));
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(SessionCookie.Scheme)
            .Configure<Settings>(SessionCookie.Set);
        // A demo makes its admins itself, a moment later.
        if (settings.WantsKeys && !settings.Demo)
        {
            services.AddHostedService<AdminWatch>();
        }

        if (settings.Provider is not null)
        {
            services.AddProvider();
        }

        MakeKeysWhenWanted(services);
        return services;
    }

    /// <summary>The provider that the settings name.</summary>
    public static IServiceCollection AddProvider(this IServiceCollection services)
    {
        new AuthenticationBuilder(services).AddOpenIdConnect(ProviderSignIn.Scheme, _ => { });
        services.AddOptions<OpenIdConnectOptions>(ProviderSignIn.Scheme).Configure<Settings>(
            (provider, settings) => ProviderSignIn.Set(provider, settings.Provider!));
        return services;
    }

    private static void Set(AntiforgeryOptions token)
    {
        token.HeaderName = SessionCookie.TokenHeader;
        token.FormFieldName = SessionCookie.TokenField;
        token.SuppressXFrameOptionsHeader = true;
        token.Cookie.Name = "credit-antiforgery";
        token.Cookie.SameSite = SameSiteMode.Strict;
        token.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>
    /// The framework would make a key at each first start; a record in which nobody signs in stays as it is.
    /// </summary>
    private static void MakeKeysWhenWanted(IServiceCollection services)
    {
        foreach (var eager in services.Where(each => each.ServiceType == typeof(IHostedService)
            && each.ImplementationType?.Namespace == "Microsoft.AspNetCore.DataProtection.Internal").ToList())
        {
            services.Remove(eager);
        }
    }
}
