using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Webhooks;

namespace CreditScoring.Service.Tests.Webhooks;

/// <summary>Recommendations are sent to real receivers as they come.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class WebhookTests(On on) : ServiceTest(on)
{
    private Receiver receiver = null!;
    private string admin = null!;
    private string corrector = null!;

    [SetUp]
    public async Task Begin()
    {
        receiver = await Receiver.StartAsync();
        await Restart(Allowing(receiver));
        admin = await Service.KeyOf("zhang", [Role.Admin]);
        corrector = await Service.KeyOf("wang", [Role.Corrector]);
        await Service.KeyOf("dispatch", [Role.Scheduler], isSystem: true);
    }

    [TearDown]
    public async Task End() => await receiver.DisposeAsync();

    [Test]
    public async Task What_comes_is_sent_in_order_once_and_signed_and_the_secret_is_shown_once()
    {
        await Send(0, 5);
        var added = await Add("{\"owner\":\"system:dispatch\",\"address\":\"ADDRESS\"}");
        await Send(5, 5);
        await RunningService.Until(() => Task.FromResult(receiver.Positions.Length >= 10));
        Assert.That(receiver.Positions, Is.EqualTo(Enumerable.Range(1, 10)));
        Assert.That(receiver.AllSignedBy((string)added["secret"]!));
        Assert.That(receiver.AllSignedBy("whsec_other"), Is.False);
        Assert.That(receiver.Taken[0].Headers["CreditScoring-Delivery"].ToString(), Does.StartWith((string)added["id"]!));
        var feed = await Service.AskAsync(await Service.KeyOf("v", [Role.Viewer]), HttpMethod.Get, "/v1/recommendations").ReadAsync();
        Assert.That(receiver.Ids, Is.EqualTo(feed["items"]!.AsArray().Select(each => (string)each!["recommendation"]!["id"]!)));
        await RunningService.Until(async () => (string?)(await State())["position"] == (string?)feed["next"]);
        var told = await Service.AskAsync(await Service.KeyOf("a", [Role.Auditor]), HttpMethod.Get, "/v1/audit?limit=1000").ReadAsync();
        Assert.That(told.ToJsonString(), Does.Contain("webhook-added").And.Contain("webhook-sent").And.Not.Contain((string)added["secret"]!));
        Assert.That((await State()).ToJsonString(), Does.Not.Contain("whsec"));
    }

    [Test]
    public async Task A_receiver_that_fails_is_tried_again_and_seen_to_wait_meanwhile_and_misses_nothing()
    {
        var failures = 2;
        receiver.Answer = context =>
        {
            context.Response.StatusCode = Interlocked.Decrement(ref failures) >= 0 ? 500 : 200;
            return Task.CompletedTask;
        };
        await Send(0, 3);
        await Add("{\"owner\":\"system:dispatch\",\"address\":\"ADDRESS\"}");
        await RunningService.Until(async () => (string?)(await State())["failure"]?["code"] == "status");
        Assert.That((string?)(await State())["waitingSince"], Is.Not.Null);
        await RunningService.Until(() => Task.FromResult(receiver.Positions.Length >= 3));
        Assert.That(receiver.Positions, Is.EqualTo(new[] { 1, 2, 3 }));
        await RunningService.Until(async () => (await State())["failure"] is null);
        await RunningService.Until(async () => (string?)(await Service.GetAsync("/health/ready"))["status"] == "ready");
    }

    [Test]
    public async Task While_one_fails_or_hangs_others_are_sent_and_health_and_metrics_say_which_waits()
    {
        await using var slow = await Receiver.StartAsync();
        using var never = new CancellationTokenSource();
        slow.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted).WaitAsync(never.Token).ContinueWith(_ => context.Response.StatusCode = 500);
        await Restart(Allowing(receiver, slow));
        await Add("{\"owner\":\"system:dispatch\",\"address\":\"ADDRESS\"}", slow);
        await Add("{\"owner\":\"system:dispatch\",\"address\":\"ADDRESS\"}");
        await Send(0, 5);
        await RunningService.Until(() => Task.FromResult(receiver.Positions.Length >= 5));
        await RunningService.Until(async () => (string?)(await Service.GetAsync("/health/ready"))["status"] == "degraded");
        var ready = await Service.ReadyAsync();
        Assert.That((string?)ready["degraded"]![0]!["part"], Is.EqualTo("webhooks"));
        Assert.That((string?)ready["degraded"]![0]!["why"], Does.Contain("has not answered within 1 seconds"));
        var metrics = await Service.MetricsAsync();
        Assert.That(metrics.Count(each => each.Key.StartsWith("credit_webhook_waiting", StringComparison.Ordinal) && each.Value > 0), Is.EqualTo(1));
        Assert.That(metrics.Where(each => each.Key.StartsWith("credit_webhook_position", StringComparison.Ordinal)).Max(each => each.Value), Is.EqualTo(5));
        await never.CancelAsync();
    }

    [Test]
    public async Task After_a_restart_it_goes_on_where_it_was_and_loses_nothing()
    {
        await Add("{\"owner\":\"system:dispatch\",\"address\":\"ADDRESS\"}");
        await Send(0, 3);
        await RunningService.Until(() => Task.FromResult(receiver.Positions.Length >= 3));
        receiver.Answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        await Send(3, 3);
        await RunningService.Until(async () => (await State())["failure"] is not null);
        await Restart(Allowing(receiver));
        receiver.Answer = context => Task.CompletedTask;
        await RunningService.Until(() => Task.FromResult(receiver.Positions.Contains(6)));
        Assert.That(receiver.Positions.Distinct(), Is.EqualTo(Enumerable.Range(1, 6)));
    }

    [Test]
    public async Task It_is_sent_again_from_where_an_admin_says_and_to_a_removed_one_nothing_is()
    {
        var id = (string)(await Add("{\"owner\":\"system:dispatch\",\"address\":\"ADDRESS\"}"))["id"]!;
        await Send(0, 4);
        await RunningService.Until(() => Task.FromResult(receiver.Positions.Length >= 4));
        await Service.AskAsync(admin, HttpMethod.Post, $"/v1/webhooks/{id}/replay?after=2").ReadAsync();
        await RunningService.Until(() => Task.FromResult(receiver.Positions.Length >= 6));
        Assert.That(receiver.Positions, Is.EqualTo(new[] { 1, 2, 3, 4, 3, 4 }));
        Assert.That((int)(await Service.AskAsync(admin, HttpMethod.Post, $"/v1/webhooks/{id}/replay?after=99")).StatusCode, Is.EqualTo(410));
        await Service.AskAsync(admin, HttpMethod.Delete, $"/v1/webhooks/{id}").ReadAsync();
        Assert.That((int)(await Service.AskAsync(admin, HttpMethod.Get, $"/v1/webhooks/{id}")).StatusCode, Is.EqualTo(404));
        await Send(4, 2);
        await Task.Delay(1500);
        Assert.That(receiver.Positions, Has.Length.EqualTo(6));
    }

    [Test]
    public async Task The_record_forgets_the_secret_of_a_removed_one_and_its_chain_holds_and_other_workers_read_on()
    {
        var added = await Add("{\"owner\":\"system:dispatch\",\"address\":\"ADDRESS\"}");
        var record = Service.Services.GetRequiredService<IRecord>();
        Assert.That(await Secrets(record), Does.Contain((string)added["secret"]!));
        await Service.AskAsync(admin, HttpMethod.Delete, $"/v1/webhooks/{added["id"]}").ReadAsync();
        Assert.That(await Secrets(record), Does.Not.Contain((string)added["secret"]!));
        Assert.That((await Proof.OfAsync(record.ChainAsync(), [])).Found, Is.Empty);
        await Restart(Allowing(receiver));
        Assert.That((await Service.AskAsync(admin, HttpMethod.Get, "/v1/webhooks").ReadAsync())["items"]!.AsArray(), Is.Empty);

        static async Task<IEnumerable<string?>> Secrets(IRecord record) =>
            (await record.ActsAsync(new ActQuery(0, 1000))).Select(each => each.Act.Secret);
    }

    [Test]
    public async Task Only_what_its_owner_may_see_and_it_wants_is_sent()
    {
        await Service.KeyOf("north", [Role.Scheduler], "11", isSystem: true);
        await using var other = await Receiver.StartAsync();
        await Restart(Allowing(receiver, other));
        await Add("{\"owner\":\"system:north\",\"address\":\"ADDRESS\"}", other);
        await Add($"{{\"owner\":\"system:dispatch\",\"address\":\"ADDRESS\",\"region\":\"44\",\"regime\":\"{TestRules.Regime}\",\"tier\":\"D\"}}");
        await Post(Sent.Failed("a", "2025-07-01", Codes.Of(1)), Sent.Failed("b", "2025-07-01", Codes.Of(1)),
            Sent.Failed("c", "2025-07-01", Codes.Of(2)), Sent.Failed("d", "2025-07-01", Codes.Of(3, "110100")));
        await RunningService.Until(() => Task.FromResult(receiver.Positions.Length >= 1 && other.Positions.Length >= 1));
        await Task.Delay(600);
        Assert.That(Encoding.UTF8.GetString(receiver.Taken.Single().Body), Does.Contain(Codes.Of(1)).And.Not.Contain(Codes.Of(2)));
        Assert.That(Encoding.UTF8.GetString(other.Taken.Single().Body), Does.Contain(Codes.Of(3, "110100")).And.Not.Contain(Codes.Of(1)));
        await Service.Enter(new HolderBlocked("system:north"));
        await Post(Sent.Failed("e", "2025-07-02", Codes.Of(3, "110100")));
        await RunningService.Until(async () => (await Service.AskAsync(admin, HttpMethod.Get, "/v1/webhooks").ReadAsync()).ToJsonString().Contains("\"owner\",\"zh\""));
        Assert.That(other.Taken, Has.Count.EqualTo(1), "nothing goes out on behalf of one who is blocked");
    }

    [Test]
    public async Task Nobody_is_followed_elsewhere()
    {
        await using var elsewhere = await Receiver.StartAsync();
        receiver.Answer = context =>
        {
            context.Response.Redirect(elsewhere.Address.ToString(), false, true);
            return Task.CompletedTask;
        };
        await Add("{\"owner\":\"system:dispatch\",\"address\":\"ADDRESS\"}");
        await Send(0, 1);
        await RunningService.Until(async () => (string?)(await State())["failure"]?["code"] == "redirect");
        Assert.That((receiver.Asked > 0, elsewhere.Asked), Is.EqualTo((true, 0)));
    }

    [TestCase("http://other.example/x", "webhook-address")]
    [TestCase("https://other.example/x", "webhook-address")]
    [TestCase("ftp://HOST/x", "webhook-address")]
    [TestCase("http://user:pass@HOST/x", "webhook-address")]
    [TestCase("x", "address-invalid")]
    public async Task An_address_that_is_not_allowed_is_refused_with_its_mend(string address, string code)
    {
        var answer = await Service.AskAsync(admin, HttpMethod.Post, "/v1/webhooks", "{\"owner\":\"system:dispatch\",\"address\":\"" + address.Replace("HOST", receiver.Host) + "\"}");
        Assert.That((int)answer.StatusCode, Is.AnyOf(400, 409));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain($"\"code\":\"{code}\"").And.Contain("detailZh"));
    }

    [TestCase("person:nobody", "register-unknown")]
    [TestCase("person:wang", "webhook-owner")]
    public async Task An_owner_may_read_recommendations_himself(string owner, string code)
    {
        var answer = await Service.AskAsync(admin, HttpMethod.Post, "/v1/webhooks", $"{{\"owner\":\"{owner}\",\"address\":\"{receiver.Address}\"}}");
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain($"\"code\":\"{code}\""));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task A_name_that_leads_to_a_private_address_is_not_connected_to()
    {
        // The name was allowed when it was added; where it leads is asked at each connection.
        await Add("{\"owner\":\"system:dispatch\",\"address\":\"http://localhost:" + receiver.Address.Port + "\"}");
        await Restart(With(new WebhookSettings { Hosts = [$"localhost:{receiver.Address.Port}"], Private = [] }));
        await Send(0, 1);
        await RunningService.Until(async () => (string?)(await State())["failure"]?["code"] == "address-refused");
        Assert.That(receiver.Asked, Is.Zero);
    }

    private static Action<IServiceCollection> Allowing(params Receiver[] receivers) => With(new WebhookSettings
    {
        Hosts = [.. receivers.SelectMany(each => new[] { each.Host, $"localhost:{each.Address.Port}" })],
        Private = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")],
        AnswerTime = TimeSpan.FromSeconds(1),
    });

    private static Action<IServiceCollection> With(WebhookSettings webhooks) => services =>
    {
        Keyed.Wanted(services);
        var settings = (Settings)services.Last(each => each.ServiceType == typeof(Settings)).ImplementationInstance!;
        services.AddSingleton(settings with { Webhooks = webhooks });
    };

    private Task<JsonNode> Add(string body, Receiver? to = null) => Service.AskAsync(
        admin, HttpMethod.Post, "/v1/webhooks", body.Replace("ADDRESS", $"{(to ?? receiver).Address}")).ReadAsync();

    private async Task<JsonNode> State() =>
        (await Service.AskAsync(admin, HttpMethod.Get, "/v1/webhooks").ReadAsync())["items"]![0]!;

    private Task Send(int first, int count) => Post([.. Enumerable.Range(first, count)
        .Select(number => Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number)))]);

    private async Task Post(params JsonObject[] events)
    {
        foreach (var each in events)
        {
            await Service.AskAsync(corrector, HttpMethod.Post, "/v1/events", $"[{each.ToJsonString()}]").ReadAsync();
        }
    }
}
