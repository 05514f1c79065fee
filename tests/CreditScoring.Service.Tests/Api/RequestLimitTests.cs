using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

/// <summary>Who asks too often is told to wait, and nobody else is.</summary>
public class RequestLimitTests : ServiceTest
{
    [Test]
    public async Task A_person_who_asks_too_often_waits_whichever_key_it_shows_and_others_do_not()
    {
        await Restart(Limits(caller: 60));
        var one = await Service.KeyOf("one", [Role.Viewer]);
        var two = await Service.KeyOf("two", [Role.Viewer]);
        var other = KeyText.New();
        await Service.Enter(new KeyIssued(new AccessKey(
            other.Id, "person:one", [Role.Viewer], null, RegionScope.All, new DateOnly(2025, 12, 31), other.Hash)));
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Service.AskAsync(one, HttpMethod.Get, "/v1/rules")));
        var refused = answers.Where(each => (int)each.StatusCode == 429).ToList();
        Assert.That(answers.Count(each => each.IsSuccessStatusCode), Is.GreaterThanOrEqualTo(10).And.LessThan(20), "ten seconds' worth");
        Assert.That(refused.All(each => each.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1)));
        var problem = JsonNode.Parse(await refused[0].Content.ReadAsStringAsync())!;
        Assert.That((string?)problem["code"], Is.EqualTo("rate-limited"));
        Assert.That((string?)problem["titleZh"], Does.Contain("频繁"));
        var again = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Service.AskAsync($"{other}", HttpMethod.Get, "/v1/rules")));
        Assert.That(again.Select(each => (int)each.StatusCode), Does.Contain(429), "of the same person");
        Assert.That((int)(await Service.AskAsync(two, HttpMethod.Get, "/v1/rules")).StatusCode, Is.EqualTo(200));
        var open = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Service.AskAsync(null, HttpMethod.Get, "/openapi/v1.json")));
        Assert.That(open.All(each => each.IsSuccessStatusCode), "what is for everybody is nobody's");
        Assert.That((await Service.MetricsAsync())["credit_requests_limited_total{by=caller}"], Is.Positive);
    }

    [Test]
    public async Task An_address_that_asks_too_often_waits_also_without_a_key_and_health_is_answered_all_the_same()
    {
        await Restart(Limits(address: 60));
        await Service.ReadyAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Service.AskAsync(null, HttpMethod.Get, "/v1/rules")));
        Assert.That(answers.Select(each => (int)each.StatusCode).Distinct().Order(), Is.EqualTo(new[] { 401, 429 }));
        foreach (var path in new[] { "/health/live", "/health/ready", "/version", "/metrics" })
        {
            Assert.That((await Service.Http.GetAsync(path)).IsSuccessStatusCode, path);
        }

        await RunningService.Until(async () => (int)(await Service.AskAsync(null, HttpMethod.Get, "/v1/rules")).StatusCode == 401);
    }

    [Test]
    public async Task Who_runs_it_for_himself_is_not_limited()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Service.Http.GetAsync("/v1/rules")));
        Assert.That(answers.All(each => each.IsSuccessStatusCode));
    }

    [Test]
    public void However_many_addresses_come_they_share_a_bounded_number_of_places()
    {
        var places = Enumerable.Range(0, 300_000).Select(number => RequestLimits.PlaceOf(new IPAddress(number * 977L))).ToHashSet();
        Assert.That(places.All(place => place is >= 0 and < RequestLimits.Places));
        Assert.That(places, Has.Count.GreaterThan(RequestLimits.Places / 2), "and all of them");
        Assert.That(Place("2001:db8:1:2::1"), Is.EqualTo(Place("2001:db8:1:2:ffff::9")), "one customer has a whole /64");
        Assert.That(
            Enumerable.Range(0, 20).Select(number => Place($"2001:db8:1:{number:x}::1")).Distinct().Count(), Is.GreaterThan(15));

        static int Place(string address) => RequestLimits.PlaceOf(IPAddress.Parse(address));
    }

    private static Action<IServiceCollection> Limits(int caller = 0, int address = 0) => services =>
    {
        Keyed.Wanted(services);
        var settings = (Settings)services.Last(each => each.ServiceType == typeof(Settings)).ImplementationInstance!;
        services.AddSingleton(settings with { CallerPerMinute = caller, AddressPerMinute = address });
    };
}
