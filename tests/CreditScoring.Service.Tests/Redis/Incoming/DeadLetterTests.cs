using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Redis.Incoming;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Redis.Incoming;

public class DeadLetterTests : RedisTest
{
    private static readonly string Future = Sent.Failed("late", "2025-08-05").ToJsonString();

    private string Server => Service.Http.BaseAddress!.ToString();

    [Test]
    public async Task A_letter_is_listed_shown_and_put_in_again_once_its_day_has_come()
    {
        await Redis.AddAsync(Future, "{\u0007\"broken", Sent.Failed("e1", "2025-07-01").ToJsonString());
        await Letters(2);
        var list = await CreditCommand.RunAsync("dead-letters", "list", "--server", Server);
        Assert.That(list.Exit, Is.Zero, list.Error);
        Assert.That(list.Out.Trim().Split('\n'), Has.Length.EqualTo(2).And.Some.Contain("day-in-future").And.Some.Contain("json-broken"));
        var id = await IdOf("day-in-future");

        var show = await CreditCommand.RunAsync("dead-letters", "show", id, "--server", Server, "--json");
        Assert.That(show.Exit, Is.Zero, show.Error);
        var letter = JsonNode.Parse(show.Out)!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)letter["text"], Is.EqualTo(Future));
            Assert.That((string?)letter["reason"], Is.EqualTo("day-in-future"));
            Assert.That((string?)letter["place"], Does.StartWith("credit:events/"));
            Assert.That((string?)letter["recordedAt"], Is.Not.Null);
        });

        Clock.Turn("2025-08-05");
        var replay = await CreditCommand.RunAsync("dead-letters", "replay", id, "--server", Server);
        Assert.That(replay.Exit, Is.Zero, replay.Error);
        Assert.That(replay.Out, Does.Contain($"{id}  put in again as "));
        await Kept(2);
        await Letters(1);
        Assert.That(await Service.TierAsync(), Is.EqualTo("D"));
    }

    [Test]
    public async Task What_is_still_flawed_comes_back_as_a_letter_and_is_not_put_in_for_ever()
    {
        await Redis.AddAsync("{", "[]", Future);
        await Letters(3);
        var (before, other) = (await Ids(), await IdOf("day-in-future"));
        var replay = await CreditCommand.RunAsync("dead-letters", "replay", "--reason", "json-broken", "--server", Server, "--json");
        Assert.That(replay.Exit, Is.Zero, replay.Error);
        var put = replay.Out.Trim().Split('\n').Select(line => (string)JsonNode.Parse(line)!["id"]!).ToList();
        Assert.That(put, Is.SubsetOf(before).And.Not.Empty);
        await Letters(3);
        Assert.That((await Ids()).Intersect(put), Is.Empty, "it came back as a new letter");
        Assert.That(await Ids(), Does.Contain(other), "another reason stays where it is");
    }

    [Test]
    public async Task Wrong_use_and_letters_that_are_gone_have_their_exit_codes()
    {
        var gone = await CreditCommand.RunAsync("dead-letters", "replay", "1-1", "--server", Server);
        Assert.That((gone.Exit, gone.Out.Trim()), Is.EqualTo((1, "1-1  is not there any more")));
        Assert.That((await CreditCommand.RunAsync("dead-letters", "show", "1-1", "--server", Server)).Exit, Is.EqualTo(2));
        Assert.That((await CreditCommand.RunAsync("dead-letters", "replay", "--server", Server)).Exit, Is.EqualTo(2));
        Assert.That((await CreditCommand.RunAsync("dead-letters", "list", "--server", "http://127.0.0.1:1")).Exit, Is.EqualTo(2));
        foreach (var path in new[] { "/v1/dead-letters?after=x", "/v1/dead-letters?limit=0", "/v1/dead-letters/1", "/v1/dead-letters/-1-0" })
        {
            Assert.That((await Service.Http.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), path);
        }
    }

    [Test]
    public async Task The_stream_is_bounded_the_oldest_go_and_the_alarm_counts_them()
    {
        await Stopped();
        await Started(services =>
        {
            var settings = (Settings)services.Last(each => each.ServiceType == typeof(Settings)).ImplementationInstance!;
            services.AddSingleton(settings with { DeadLetters = 5 });
            services.AddSingleton(_ => new DeadLetters(Redis.Redis, 5));
        });
        await Redis.AddAsync(Enumerable.Range(0, 12).Select(each => $"broken {each}"));
        await Acknowledged();
        await RunningService.Until(async () =>
            (await Service.MetricsAsync()).GetValueOrDefault("credit_dead_letters_added_total") == 12);
        var kept = await Service.GetAsync("/v1/dead-letters");
        Assert.That(kept["items"]!.AsArray(), Has.Count.EqualTo(5));
        Assert.That(((int)kept["total"]!, (int)kept["most"]!), Is.EqualTo((5, 5)));
        Assert.That((await Service.MetricsAsync())["credit_dead_letters_dropped_total"], Is.EqualTo(7));
        Assert.That((await Service.GetAsync("/v1/quarantine"))["items"]!.AsArray(), Has.Count.EqualTo(12), "nothing is lost by it");
    }

    [Test]
    public async Task Redis_that_is_away_is_told_and_pages_follow_one_another()
    {
        await Redis.AddAsync(Enumerable.Range(0, 5).Select(each => $"broken {each}"));
        await Letters(5);
        var first = await Service.GetAsync("/v1/dead-letters?limit=3");
        var rest = await Service.GetAsync($"/v1/dead-letters?limit=3&after={first["next"]}");
        Assert.That(first["items"]!.AsArray().Concat(rest["items"]!.AsArray()).Select(each => (string)each!["text"]!),
            Is.EquivalentTo(Enumerable.Range(0, 5).Select(each => $"broken {each}")));
        await Redis.KillAsync();
        var answer = await Service.Http.GetAsync("/v1/dead-letters");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("redis-unavailable"));
    }

    private Task Letters(int count) => RunningService.Until(async () =>
        (int)(await Service.GetAsync("/v1/dead-letters"))["total"]! == count);

    // Which comes first is not said: batches that were read one after the other are kept side by side.
    private async Task<string> IdOf(string reason) =>
        (string)(await Service.GetAsync("/v1/dead-letters"))["items"]!.AsArray()
            .Single(each => (string?)each!["reason"] == reason)!["id"]!;

    private async Task<List<string>> Ids() =>
        [.. (await Service.GetAsync("/v1/dead-letters"))["items"]!.AsArray().Select(each => (string)each!["id"]!)];
}

public class NoDeadLettersTests : ServiceTest
{
    [Test]
    public async Task Without_Redis_there_are_none_and_the_answer_says_where_to_look()
    {
        var answer = await Service.Http.GetAsync("/v1/dead-letters");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("redis-not-configured").And.Contain("/v1/quarantine"));
    }
}
