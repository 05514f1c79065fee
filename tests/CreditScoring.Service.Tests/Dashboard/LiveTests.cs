using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Dashboard;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>A page that is told at once when something changes, and a file that cannot be read.</summary>
public class LiveTests : ServiceTest
{
    private const string Live = "/changes/live";

    [Test]
    public async Task What_time_alone_changes_is_told_too()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        using var answer = await ListenAsync();
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.That(await LineAsync(lines), Is.EqualTo("retry: 5000"));
        Clock.Turn("2027-07-03");
        for (var line = ""; line != "event: changed"; line = await LineAsync(lines))
        {
            Assert.That(line, Is.Not.Null);
        }

        Assert.That(await Service.TierAsync(), Is.EqualTo("A"), "control: it has lapsed");
    }

    [Test]
    public async Task Who_stops_the_service_does_not_wait_for_those_who_listen()
    {
        using var answer = await ListenAsync();
        Service.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var told = await answer.Content.ReadAsStringAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.That(told, Does.StartWith("retry: 5000"), "it was ended, and not cut off");
    }

    [Test]
    public async Task One_person_listens_so_many_times_and_no_more_until_one_of_them_ends()
    {
        var listening = new List<HttpResponseMessage>();
        for (var number = 0; number < LiveShares.OfOne; number++)
        {
            listening.Add(await ListenAsync());
        }

        using (var refused = await ListenAsync())
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        }

        listening[0].Dispose();
        await RunningService.Until(async () =>
        {
            using var again = await ListenAsync();
            return again.StatusCode == HttpStatusCode.OK;
        });
        listening.ForEach(each => each.Dispose());
    }

    [Test]
    public async Task A_file_that_cannot_be_read_is_shown_as_not_judged_and_why()
    {
        var noted = Sent.Failed("e1", "2025-07-01").With("data", new JsonObject { ["result"] = "failed", ["note"] = "x" });
        Assert.That(await Service.SendAsync(noted), Is.All.EqualTo("accepted"));
        var kinds = Folder.In("rules/events/kinds.json");
        await File.WriteAllTextAsync(kinds, (await File.ReadAllTextAsync(kinds)).Replace("\"note\", \"type\": \"text\"", "\"note\", \"type\": \"number\""));
        await Restart();
        var page = await Service.Http.GetStringAsync($"/enterprises/{Sent.Shop}");
        Assert.That(page, Does.Contain("未能评定").And.Contain("note wrong"));
        Assert.That(page, Does.Not.Contain("不适用或当日没有规则的制度"));
    }

    [Test]
    public async Task What_was_turned_away_in_the_night_is_of_the_legal_day()
    {
        Clock.Turn(new DateTimeOffset(2025, 8, 1, 2, 0, 0, TimeSpan.FromHours(8)));
        await Service.PostAsync("{\"id\": 7}", "application/json");
        Assert.That(await Service.Http.GetStringAsync("/quarantine"), Does.Contain("<td class=\"day\">2025-08-01</td>"));
    }

    [Test]
    public async Task Where_waiting_for_the_day_was_in_vain_nobody_waits_again_at_once()
    {
        var asked = 0;
        await Restart(RecordInFront.Answering("TurnedAsync", _ => Task.FromResult(++asked > 0)));
        var turned = new DayTurned(Service.Services.GetRequiredService<IRecordQuestions>(), new Progress(), Clock);
        await turned.WaitAsync();
        Assert.That(asked, Is.GreaterThan(1), "control: it waited");
        var before = asked;
        await turned.WaitAsync();
        Assert.That(asked, Is.EqualTo(before));
    }

    private Task<HttpResponseMessage> ListenAsync() =>
        Service.Http.GetAsync(Live, HttpCompletionOption.ResponseHeadersRead);

    private static async Task<string?> LineAsync(StreamReader lines)
    {
        using var hang = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await lines.ReadLineAsync(hang.Token);
    }
}
