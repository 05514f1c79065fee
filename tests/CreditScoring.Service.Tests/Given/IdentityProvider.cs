using System.Security.Claims;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Starting;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CreditScoring.Service.Tests.Given;

/// <summary>A provider of identities (OpenID Connect) on a free port of this machine, which knows one person at a time.</summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    private string client = "";
    /// <summary>Null: it asks clients for none, which is quicker.</summary>
    private readonly string? secret;

    private readonly WebApplication app;

    private IdentityProvider(WebApplication app, string? secret) => (this.app, this.secret) = (app, secret);

    /// <summary>Who sits at the browser; null: nobody, and signing in is refused.</summary>
    public string? Subject { get; set; } = "00u1234";

    /// <summary>How often somebody signed out here.</summary>
    public int SignOuts { get; private set; }

    public Uri Address => new(app.Urls.First());

    public string Issuer => Address.AbsoluteUri;

    public static async Task<IdentityProvider> StartAsync(string? secret = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var kept = Path.GetRandomFileName();
        builder.Services.AddDbContext<DbContext>(options => options.UseInMemoryDatabase(kept).UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server => server
                .SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetEndSessionEndpointUris("end")
                .AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
                .AddEphemeralEncryptionKey().AddEphemeralSigningKey()
                .SetIdentityTokenLifetime(TimeSpan.FromMinutes(20))
                .UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough()
                .DisableTransportSecurityRequirement());
        var app = builder.Build();
        var provider = new IdentityProvider(app, secret);
        app.MapGet("/authorize", provider.Authorize);
        app.MapGet("/end", provider.End);
        await app.StartAsync();
        return provider;
    }

    /// <summary>Puts settings that name this provider in the place of those that name none.</summary>
    public void Named(IServiceCollection services)
    {
        Persons.Cheaply(services);
        client = Path.GetRandomFileName();
        var settings = (CreditScoring.Service.Hosting.Settings)services.Last(each => each.ServiceType == typeof(CreditScoring.Service.Hosting.Settings)).ImplementationInstance!;
        services.AddSingleton(settings with { Provider = new ProviderSettings(Address, client, secret, "sub") }).AddProvider();
    }

    /// <summary>From now on it knows the service that was last told of it as a client.</summary>
    public async Task AllowAsync(RunningService service)
    {
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = client,
            ClientSecret = secret,
            ClientType = secret is null ? ClientTypes.Public : ClientTypes.Confidential,
            RedirectUris = { new Uri(service.Http.BaseAddress!, "/v1/session/provider/callback") },
            PostLogoutRedirectUris = { new Uri(service.Http.BaseAddress!, "/v1/session/provider/signed-out") },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code,
            },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private IResult Authorize(HttpContext context)
    {
        if (Subject is null)
        {
            return Results.Forbid(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var identity = new ClaimsIdentity("provider");
        identity.SetClaim(Claims.Subject, Subject).SetDestinations(_ => [Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        return Results.SignIn(principal, null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private IResult End()
    {
        SignOuts++;
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
