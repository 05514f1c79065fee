using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Access;

/// <summary>Who cannot sign in learns nothing of who can.</summary>
public class RefusedSignInTests : ServiceTest
{
    private Browser li = null!;

    [SetUp]
    public async Task A_viewer()
    {
        await Restart(Persons.Cheaply);
        await Service.PersonAsync("li", [Role.Viewer], "35");
        li = new Browser(Service);
    }

    [TearDown]
    public void Close() => li.Dispose();

    [Test]
    public async Task Whoever_is_refused_is_told_the_same_also_where_nobody_has_the_id()
    {
        await Service.Enter(new HolderAdded("new", false, "new", RegionScope.All));
        await Service.PersonAsync("gone", [Role.Viewer]);
        await Service.Enter(new HolderBlocked("person:gone"));
        var answers = new List<string>();
        foreach (var (id, password) in new[] { ("li", "wrong"), ("nobody", "wrong"), ("new", ""), ("gone", Browser.Good), ("", ""), ("person:li", "x"), ("\0", "\0") })
        {
            var answer = await li.AskAsync(HttpMethod.Post, "/v1/session", new JsonObject { ["id"] = id, ["password"] = password }.ToJsonString());
            answers.Add($"{(int)answer.StatusCode} {answer.Headers.Contains("Set-Cookie")} {await answer.Content.ReadAsStringAsync()}");
        }

        Assert.That(answers.Distinct().Single(), Does.StartWith("401 False").And.Contain("signin-refused"));
        var unknown = await Service.Services.GetRequiredService<IRecord>().ActsAsync(new ActQuery(0, 99) { What = "signin-unknown" });
        Assert.That(unknown.Single().Act, Is.EqualTo(new Act("anybody", "signin-unknown", "person:") { Body = "{\"times\":1}" }),
            "one act in ten seconds, and not what was typed");
    }

    /// <summary>That it is never sooner is all that a loaded machine lets us say.</summary>
    [TestCase("li")]
    [TestCase("nobody")]
    public async Task A_refusal_is_answered_no_sooner_whatever_is_wrong(string id)
    {
        var least = TimeSpan.FromMilliseconds(700);
        await Restart(services =>
        {
            Persons.Cheaply(services);
            services.AddSingleton(new PasswordCost(1_000, least));
        });
        using var browser = new Browser(Service);
        var begun = TimeProvider.System.GetTimestamp();
        Assert.That((await browser.SignInAsync(id, "wrong")).Status, Is.EqualTo(401));
        Assert.That(TimeProvider.System.GetElapsedTime(begun), Is.GreaterThan(least * 0.95));
    }

    [TestCase("{\"id\":\"li\"}", "property-missing")]
    [TestCase("{\"id\":\"li\",\"password\":7}", "type-mismatch")]
    [TestCase("{\"id\":\"li\",\"password\":\"x\",\"rember\":true}", "unknown-property")]
    [TestCase("[]", "type-mismatch")]
    [TestCase("", "json-broken")]
    public async Task What_is_asked_amiss_is_told(string body, string code)
    {
        var answer = await li.AskAsync(HttpMethod.Post, "/v1/session", body);
        Assert.That((int)answer.StatusCode, Is.EqualTo(400));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(code));
    }

    [Test]
    public async Task Who_wants_what_he_may_not_is_told_of_once_a_minute_and_without_the_subject()
    {
        await li.SignInAsync("li", Browser.Good);
        foreach (var path in new[] { "/v1/register", "/v1/register", $"/v1/quarantine/1", "/v1/rules" })
        {
            await li.AskAsync(HttpMethod.Get, path);
        }

        var auditor = await Service.KeyOf("auditor", [Role.Auditor]);
        await Service.AskAsync(auditor, HttpMethod.Get, $"/v1/enterprises/{Sent.Shop}/ledger");
        var told = await Service.Services.GetRequiredService<IRecord>().ActsAsync(new ActQuery(0, 99) { What = RefusedRights.What });
        Assert.That(told.Select(each => $"{each.Act.Actor} {each.Act.Target} {each.Act.Body}"), Is.EqualTo(new[]
        {
            "person:li GET /v1/register {\"code\":\"right-missing\"}", "person:li GET /v1/quarantine/{position} {\"code\":\"right-missing\"}",
            "person:auditor GET /v1/enterprises/{id}/ledger {\"code\":\"right-missing\"}",
        }));
    }

    [TestCase("credit-session=")]
    [TestCase("credit-session=CfDJ8AAAA")]
    [TestCase("credit-session=%00%ff")]
    public async Task A_cookie_that_nobody_has_sealed_is_none(string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/session");
        request.Headers.Add("Cookie", cookie);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = Service.Http.BaseAddress };
        Assert.That((await http.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}
