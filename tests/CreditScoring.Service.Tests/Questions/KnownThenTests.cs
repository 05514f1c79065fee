using System.Globalization;
using System.Text.Json.Nodes;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Questions;

/// <summary>Promise: what was answered for a day as known at an instant is answered so for ever.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class KnownThenTests(On on) : ServiceTest(on)
{
    private const int Enterprises = 60;
    private const int Batches = 5;

    [TestCase(1)]
    [TestCase(20260731)]
    public async Task Answers_as_known_then_never_change_when_later_events_arrive(int seed)
    {
        var histories = new Histories(seed, Enterprises);
        var instant = new DateTimeOffset(2025, 7, 31, 4, 0, 0, TimeSpan.Zero);
        var answers = new Dictionary<string, string>();
        var changed = 0;
        for (var batch = 0; batch < Batches; batch++)
        {
            await Service.SendAsync(histories.Batch(Enterprises * 3, LegalDay.Of(instant)));
            // Some questions follow in the same second, some weeks later.
            var asked = instant.AddSeconds(1);
            Clock.Turn(asked.AddSeconds(1));
            for (var enterprise = 0; enterprise < Enterprises; enterprise++)
            {
                var path = Question(histories, enterprise, asked);
                answers[path] = await AnswerAsync(path);
            }

            instant = instant.AddSeconds(2).AddDays(histories.Pick(2) * histories.Pick(200));
            Clock.Turn(instant);
        }

        foreach (var (path, answer) in answers)
        {
            Assert.That(await AnswerAsync(path), Is.EqualTo(answer), $"{path}, seed {seed}");
            var now = await AnswerAsync(path[..path.IndexOf("&knownAt", StringComparison.Ordinal)]);
            changed += Tier(now) == Tier(answer) ? 0 : 1;
        }

        Assert.That(changed, Is.GreaterThan(10), "control: as known today, many answers differ");
    }

    [Test]
    public async Task What_will_be_known_cannot_be_asked()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        foreach (var resource in new[] { "", "/explanation" })
        {
            var answer = await Service.Http.GetAsync(
                $"/v1/enterprises/{Sent.Shop}{resource}?knownAt=2025-07-31T04:00:00Z");
            Assert.That((int)answer.StatusCode, Is.EqualTo(400), "now has not passed");
        }
    }

    [Test]
    public async Task An_explanation_as_known_then_says_so()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Clock.Turn("2025-08-15");
        await Service.SendAsync(Sent.Annulled("m1", "e1", "2025-08-10"));
        const string Then = "2025-08-01T00:00:00.500Z";
        var standing = (await Service.GetAsync(
            $"/v1/enterprises/{Sent.Shop}/explanation?knownAt={Then}"))["explanations"]![0]!["standing"]!;
        Assert.That(((string?)standing["tier"], (string?)standing["knownAt"]), Is.EqualTo(("C", Then)));
    }

    private static string Question(Histories histories, int enterprise, DateTimeOffset known)
    {
        var on = LegalDay.Of(known).AddDays(histories.Pick(400) - 300);
        return string.Create(CultureInfo.InvariantCulture,
            $"/v1/enterprises/{Codes.Of(enterprise)}?on={on:yyyy-MM-dd}&knownAt={known:yyyy-MM-ddTHH:mm:ssZ}");
    }

    private async Task<string> AnswerAsync(string path) =>
        await (await Service.Http.GetAsync(path)).Content.ReadAsStringAsync();

    private static string? Tier(string answer) =>
        (string?)JsonNode.Parse(answer)!["standings"]?[0]?["tier"];
}
