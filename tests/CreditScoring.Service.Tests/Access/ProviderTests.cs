using System.Net;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Access;

/// <summary>Persons sign in with a provider of identities, and are who the register says that they are.</summary>
public class ProviderTests
{
    private IdentityProvider provider = null!;
    private TempFolder folder = null!;
    private StoppedClock clock = null!;
    private RunningService service = null!;
    private Browser browser = null!;

    [OneTimeSetUp]
    public async Task Start() => provider = await IdentityProvider.StartAsync();

    [OneTimeTearDown]
    public async Task End() => await provider.DisposeAsync();

    [SetUp]
    public async Task A_provider_that_knows_the_service()
    {
        provider.Subject = "00u1234";
        folder = new TempFolder();
        // The provider's clock is the real one, and what it vouches for is good by that.
        clock = new StoppedClock(TimeProvider.System.GetUtcNow());
        service = await RunningService.StartAsync(folder, clock, provider.Named);
        await provider.AllowAsync(service);
        await service.Enter(new HolderAdded("li", false, "李", new RegionScope("35")));
        await service.AppointAsync("li", Role.Viewer);
        browser = new Browser(service);
    }

    [TearDown]
    public async Task Stop()
    {
        browser?.Dispose();
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        folder.Dispose();
    }

    [Test]
    public async Task Whose_identity_is_bound_signs_in_works_and_signs_out_with_both()
    {
        await Bind();
        var last = await Follow("/v1/session/provider?return=/v1/rules");
        Assert.That((last.RequestMessage!.RequestUri!.AbsolutePath, (int)last.StatusCode), Is.EqualTo(("/v1/rules", 200)));
        var (_, who) = await browser.WhoAsync();
        Assert.That($"{who["actor"]} {who["by"]} {who["roles"]![0]} {who["region"]} {who["mustChange"]}",
            Is.EqualTo("person:li provider viewer 35 false"));
        var (status, left) = await browser.SignOutAsync();
        Assert.That((status, (string?)left["provider"]), Is.EqualTo((200, left["provider"]!.ToString())));
        Assert.That((string?)left["provider"], Does.StartWith($"{provider.Issuer}end?").And.Contain("id_token_hint="));
        // Some browsers ask of a form that is answered with a redirection whether it may lead there.
        Assert.That(
            (await browser.AskAsync(HttpMethod.Get, "/sign-in")).Headers.GetValues("Content-Security-Policy").Single(),
            Does.Contain($"form-action 'self' {provider.Issuer.TrimEnd('/')};"));
        var before = provider.SignOuts;
        await Follow((string)left["provider"]!);
        Assert.That(provider.SignOuts, Is.EqualTo(before + 1), "with the provider");
        Assert.That((await browser.WhoAsync()).Status, Is.EqualTo(401), "and here");
        Assert.That((await Acts("person:li")).Where(what => what.StartsWith("signed", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "signed-in", "signed-out" }));
    }

    [Test]
    public async Task A_session_ends_when_what_the_provider_vouches_for_does()
    {
        await Bind();
        await Follow("/v1/session/provider");
        var begun = clock.GetUtcNow();
        clock.Turn(begun.AddMinutes(19));
        Assert.That((await browser.WhoAsync()).Status, Is.EqualTo(200));
        clock.Turn(begun.AddMinutes(21));
        Assert.That((await browser.WhoAsync()).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Whose_identity_is_bound_to_nobody_is_refused_in_both_languages_and_it_is_told()
    {
        var last = await Follow("/v1/session/provider");
        Assert.That((int)last.StatusCode, Is.EqualTo(403));
        Assert.That(await last.Content.ReadAsStringAsync(), Does.Contain("identity-unbound").And.Contain("尚未绑定").And.Contain("bound to no person"));
        Assert.That((await browser.WhoAsync()).Status, Is.EqualTo(401));
        var told = (await service.Services.GetRequiredService<IRecord>().ActsAsync(new ActQuery(0, 99) { What = "signin-refused" })).Single();
        Assert.That(told.Act.Body, Is.EqualTo($"{{\"issuer\":\"{provider.Issuer}\",\"subject\":\"00u1234\"}}"));
    }

    [Test]
    public async Task Who_is_blocked_or_unbound_is_refused_and_his_session_ends()
    {
        await Bind();
        await Follow("/v1/session/provider");
        await service.Enter(new HolderBlocked("person:li"), "person:one");
        Assert.That((await browser.WhoAsync()).Status, Is.EqualTo(401));
        Assert.That((int)(await Follow("/v1/session/provider")).StatusCode, Is.EqualTo(403), "blocked");
        await service.Enter(new HolderUnblocked("person:li"), "person:one");
        await Follow("/v1/session/provider");
        Assert.That((await browser.WhoAsync()).Status, Is.EqualTo(200), "control");
        await service.Enter(new IdentityUnbound("person:li", new Identity(provider.Issuer, "00u1234")), "person:one");
        Assert.That((await browser.WhoAsync()).Status, Is.EqualTo(401));
        Assert.That((int)(await Follow("/v1/session/provider")).StatusCode, Is.EqualTo(403), "unbound");
    }

    [Test]
    public async Task A_role_that_takes_two_admins_is_given_by_an_identity_that_two_have_agreed_to()
    {
        await service.AppointAsync("li", Role.Corrector);
        var identity = new Identity(provider.Issuer, "00u1234");
        await service.Enter(new IdentityBound("person:li", identity), "person:one");
        await Follow("/v1/session/provider");
        Assert.That((await browser.WhoAsync()).Said["roles"]!.AsArray().Select(each => (string)each!), Is.EqualTo(new[] { "viewer" }));
        var desk = service.Services.GetRequiredService<RegisterDesk>();
        Assert.That((await desk.EnterAsync(new IdentityConfirmed("person:li", identity), "person:one"))?.Code, Is.EqualTo("second-person"));
        await service.Enter(new IdentityConfirmed("person:li", identity), "person:two");
        Assert.That((await browser.WhoAsync()).Said["roles"]!.AsArray().Select(each => (string)each!), Is.EqualTo(new[] { "viewer", "corrector" }));
    }

    [Test]
    public async Task Whom_the_provider_refuses_and_what_does_not_come_from_it_is_told_so()
    {
        provider.Subject = null;
        var refused = await Follow("/v1/session/provider");
        Assert.That(((int)refused.StatusCode, await Code(refused)), Is.EqualTo((401, "provider-refused")));
        foreach (var forged in new[] { "", "?code=x&state=y", "?error=access_denied" })
        {
            var answer = await browser.AskAsync(HttpMethod.Get, $"/v1/session/provider/callback{forged}");
            Assert.That(((int)answer.StatusCode, await Code(answer)), Is.EqualTo((401, "provider-refused")), forged);
        }
    }

    [TestCase("//evil.example")]
    [TestCase("/\\evil.example")]
    [TestCase("/查")]
    [TestCase("https://evil.example/")]
    [TestCase("javascript:alert(1)")]
    public async Task It_leads_back_to_paths_of_this_service_alone(string path)
    {
        var answer = await browser.AskAsync(HttpMethod.Get, $"/v1/session/provider?return={Uri.EscapeDataString(path)}");
        Assert.That(((int)answer.StatusCode, await Code(answer)), Is.EqualTo((400, "parameter-invalid")));
    }

    [Test]
    public async Task A_provider_that_is_away_is_told_and_passwords_go_on()
    {
        var gone = await IdentityProvider.StartAsync();
        using var rules = new TempFolder();
        await using var client = await RunningService.StartAsync(rules, clock, gone.Named);
        await client.PersonAsync("li", [Role.Viewer]);
        await gone.DisposeAsync();
        using var other = new Browser(client);
        var answer = await other.AskAsync(HttpMethod.Get, "/v1/session/provider");
        Assert.That(((int)answer.StatusCode, await Code(answer)), Is.EqualTo((503, "provider-unavailable")));
        Assert.That((await other.SignInAsync("li", Browser.Good)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_client_shows_its_secret_where_the_provider_asks_for_one()
    {
        await using var asking = await IdentityProvider.StartAsync("a secret of the provider's");
        using var rules = new TempFolder();
        await using var client = await RunningService.StartAsync(rules, clock, asking.Named);
        await asking.AllowAsync(client);
        using var other = new Browser(client);
        Assert.That((int)(await Follow("/v1/session/provider", other)).StatusCode, Is.EqualTo(403), "known to the provider, and not here");
    }

    private Task Bind() => service.Enter(new IdentityBound("person:li", new Identity(provider.Issuer, "00u1234")), "person:one");

    private async Task<IEnumerable<string>> Acts(string target) =>
        (await service.Services.GetRequiredService<IRecord>().ActsAsync(new ActQuery(0, 99) { Target = target })).Select(each => each.Act.What);

    /// <summary>Goes where it is led, as a browser does.</summary>
    private async Task<HttpResponseMessage> Follow(string path, Browser? other = null)
    {
        var by = other ?? browser;
        var answer = await by.AskAsync(HttpMethod.Get, path);
        for (var steps = 0; answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.RedirectMethod; steps++)
        {
            Assert.That(steps, Is.LessThan(10));
            answer = await by.AskAsync(
                HttpMethod.Get, $"{new Uri(answer.RequestMessage!.RequestUri!, answer.Headers.Location!)}");
        }

        return answer;
    }

    private static async Task<string?> Code(HttpResponseMessage answer) =>
        (string?)System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"];
}
