using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;

namespace CreditScoring.Service.Tests.Given;

/// <summary>What a page of the service does for a person: it keeps cookies, and sends the token along.</summary>
public sealed class Browser : IDisposable
{
    public const string Good = "four words that nobody says";

    private readonly HttpClient http;

    public Browser(RunningService service)
    {
        Cookies = new CookieContainer();
        http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false })
        {
            BaseAddress = service.Http.BaseAddress,
        };
    }

    public CookieContainer Cookies { get; }

    public string? Token { get; set; }

    public static async Task<Browser> SignedInAsync(RunningService service, string id, string password = Good)
    {
        var browser = new Browser(service);
        Assert.That((await browser.SignInAsync(id, password)).Status, Is.EqualTo(200));
        return browser;
    }

    public Task<(int Status, JsonNode Said)> SignInAsync(string id, string password) =>
        SayAsync(HttpMethod.Post, "/v1/session", new JsonObject { ["id"] = id, ["password"] = password });

    public Task<(int Status, JsonNode Said)> ChangeAsync(string current, string password) => SayAsync(
        HttpMethod.Post, "/v1/session/password", new JsonObject { ["current"] = current, ["password"] = password });

    public Task<(int Status, JsonNode Said)> SignOutAsync() => SayAsync(HttpMethod.Delete, "/v1/session");

    /// <summary>Who the service takes it for; 401: nobody.</summary>
    public Task<(int Status, JsonNode Said)> WhoAsync() => SayAsync(HttpMethod.Get, "/v1/session");

    public async Task<(int Status, JsonNode Said)> SayAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        var answer = await AskAsync(method, path, body?.ToJsonString());
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Token = (string?)said["antiforgery"] ?? Token;
        return ((int)answer.StatusCode, said);
    }

    public Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (Token is not null)
        {
            request.Headers.Add("X-Antiforgery", Token);
        }

        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return http.SendAsync(request);
    }

    /// <summary>A form as a page sends it, with its token.</summary>
    /// <param name="origin">Of which page it is; null: of the service's own.</param>
    public Task<HttpResponseMessage> PostFormAsync(
        string path, Dictionary<string, string> fields, string? origin = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Origin", origin ?? http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        request.Content = new FormUrlEncodedContent(
            Token is null ? fields : fields.Append(KeyValuePair.Create("antiforgery", Token)));
        return http.SendAsync(request);
    }

    /// <summary>A form with a file, as a page sends it, with its token.</summary>
    public Task<HttpResponseMessage> PostFileAsync(string path, string name, byte[] octets)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(octets), "file", name } };
        if (Token is not null)
        {
            form.Add(new StringContent(Token), "antiforgery");
        }

        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Add("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return http.SendAsync(request);
    }

    public void Dispose() => http.Dispose();
}

/// <summary>Persons who sign in.</summary>
public static class Persons
{
    /// <summary>Passwords cost nothing; keys or sessions are wanted.</summary>
    public static void Cheaply(IServiceCollection services)
    {
        Keyed.Wanted(services);
        services.AddSingleton(new PasswordCost(1_000, TimeSpan.Zero));
    }

    /// <summary>A person with roles and a password of its own.</summary>
    public static async Task PersonAsync(this RunningService service, string id, Role[] roles, string region = "")
    {
        await service.Enter(new HolderAdded(id, false, id, new RegionScope(region)));
        await service.AppointAsync(id, roles);
        await service.PasswordAsync(id);
    }

    public static async Task AppointAsync(this RunningService service, string id, params Role[] roles)
    {
        foreach (var role in roles)
        {
            await service.Enter(new RoleGranted($"person:{id}", role));
            if (Roles.WantsSecondAdmin(role, Register.Machine))
            {
                await service.Enter(new RoleConfirmed($"person:{id}", role), "person:two");
            }
        }
    }

    /// <summary>Its own, of which two admins vouch that it is.</summary>
    public static async Task PasswordAsync(this RunningService service, string id, string password = Browser.Good)
    {
        var hash = await service.Services.GetRequiredService<PasswordHashing>().HashAsync(password);
        await service.Enter(new PasswordSet($"person:{id}", true, hash));
        await service.Enter(new PasswordSet($"person:{id}", false, hash), $"person:{id}");
    }
}
