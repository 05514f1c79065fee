using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Tests.Given;

/// <summary>A service that wants keys, and the keys of those who are entered.</summary>
public static class Keyed
{
    /// <summary>Puts settings that want keys in the place of those that do not.</summary>
    public static void Wanted(IServiceCollection services)
    {
        var settings = (Settings)services.Last(each => each.ServiceType == typeof(Settings)).ImplementationInstance!;
        services.AddSingleton(settings with { WantsKeys = true });
    }

    /// <summary>What is published of draws is for everybody.</summary>
    public static void WithOpenDraws(IServiceCollection services)
    {
        var settings = (Settings)services.Last(each => each.ServiceType == typeof(Settings)).ImplementationInstance!;
        services.AddSingleton(settings with { PublishesDraws = true });
    }

    /// <summary>Enters something and expects that it may be.</summary>
    public static async Task Enter(this RunningService service, RegisterEntry entry, string by = "command") =>
        Assert.That(await service.Services.GetRequiredService<RegisterDesk>().EnterAsync(entry, by), Is.Null);

    /// <summary>A person (or, where that may be, a program) with roles and a key that carries all of them.</summary>
    public static async Task<string> KeyOf(
        this RunningService service, string id, Role[] roles, string region = "", bool isSystem = false, string source = "bureau",
        DateOnly? expires = null)
    {
        var target = Holder.TargetOf(id, isSystem);
        await service.Enter(new HolderAdded(id, isSystem, id, new RegionScope(region)));
        foreach (var role in roles)
        {
            await service.Enter(new RoleGranted(target, role));
            if (Roles.WantsSecondAdmin(role, Register.Machine))
            {
                await service.Enter(new RoleConfirmed(target, role), "person:two");
            }
        }

        var made = KeyText.New();
        await service.Enter(
            new KeyIssued(new AccessKey(
                made.Id, target, [.. roles], roles.Contains(Role.Ingest) ? source : null, new RegionScope(region),
                expires ?? new DateOnly(2025, 12, 31), made.Hash)));
        if (roles.Any(role => Roles.WantsSecondAdmin(role, Register.Machine)))
        {
            await service.Enter(new KeyConfirmed(made.Id), "person:two");
        }

        return $"{made}";
    }

    /// <summary>Waits until a worker knows whom and what another one has entered: a moment later.</summary>
    public static Task KnowsWhatAsync(this RunningService service, RunningService other) => RunningService.Until(async () =>
        await service.NumberAsync() >= await other.NumberAsync());

    private static async Task<long> NumberAsync(this RunningService service) =>
        (await service.Services.GetRequiredService<RegisterDesk>().CurrentAsync()).Number;

    public static Task<HttpResponseMessage> AskAsync(
        this RunningService service, string? key, HttpMethod method, string path, string? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        request.Content = method == HttpMethod.Post ? new StringContent(body ?? "", Encoding.UTF8, "application/json") : null;
        return service.Http.SendAsync(request);
    }

    public static async Task<JsonNode> ReadAsync(this Task<HttpResponseMessage> asked)
    {
        var answer = await asked;
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), await answer.Content.ReadAsStringAsync());
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
