using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class PagingTests(On on) : ServiceTest(on)
{
    [Test]
    public async Task Pages_follow_each_other_and_hold_everything_once()
    {
        await Service.SendAsync([.. Enumerable.Range(1, 25)
            .Select(number => Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number)))]);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Service.GetAsync(
                $"/v1/enterprises?limit=10{(cursor is null ? "" : $"&after={cursor}")}");
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["subject"]!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        Assert.That(seen, Is.EqualTo(Enumerable.Range(1, 25).Select(number => Codes.Of(number))
            .Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task The_list_is_narrowed_by_tier_region_and_regime()
    {
        var here = Codes.Of(1, "441900");
        var there = Codes.Of(2, "350100");
        await Service.SendAsync(
            Sent.Failed("e1", "2025-07-01", here), Sent.Failed("e2", "2025-07-01", there),
            Sent.Failed("e3", "2025-07-02", there));
        Assert.Multiple(async () =>
        {
            Assert.That(await Listed("tier=D"), Is.EqualTo(new[] { there }));
            Assert.That(await Listed("region=44"), Is.EqualTo(new[] { here }));
            Assert.That(await Listed("region=441900"), Is.EqualTo(new[] { here }));
            Assert.That(await Listed("region=440000"), Is.EqualTo(new[] { here }));
            Assert.That(await Listed("region=45"), Is.Empty);
            Assert.That(await Listed($"regime={TestRules.Regime}"), Has.Length.EqualTo(2));
            Assert.That(await Listed("kind=product"), Is.Empty);
        });
    }

    [Test]
    public async Task The_feed_has_no_gap_while_it_grows()
    {
        var sending = Task.WhenAll(Enumerable.Range(0, 8).Select(async sender =>
        {
            for (var number = 0; number < 25; number++)
            {
                var id = (sender * 100) + number;
                await Service.SendAsync(Sent.Failed($"e{id}", "2025-07-01", Codes.Of(id)));
            }
        }));
        var positions = new List<long>();
        while (!sending.IsCompleted || await Read(positions) > 0)
        {
            await Read(positions);
        }

        Assert.That(positions, Is.EqualTo(Enumerable.Range(1, 200).Select(each => (long)each)));
    }

    [Test]
    public async Task A_recommendation_is_told_once_and_again_when_it_changes()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        await Service.SendAsync(Sent.Failed("e2", "2025-07-02"));
        var items = (await Service.GetAsync("/v1/recommendations"))["items"]!.AsArray();
        Assert.That(items.Select(each => (decimal)each!["recommendation"]!["frequency"]!["timesPerYear"]!),
            Is.EqualTo(new[] { 2m, 4m }));
        Assert.That(items.Select(each => (string)each!["recommendation"]!["id"]!).Distinct().Count(), Is.EqualTo(2));
    }

    private async Task<string[]> Listed(string query) =>
        [.. (await Service.GetAsync($"/v1/enterprises?{query}"))["items"]!.AsArray()
            .Select(item => (string)item!["subject"]!)];

    private async Task<int> Read(List<long> positions)
    {
        var after = positions.Count == 0 ? 0 : positions[^1];
        var page = (await Service.GetAsync($"/v1/recommendations?after={after}&limit=7"))["items"]!.AsArray();
        positions.AddRange(page.Select(item => (long)item!["position"]!));
        return page.Count;
    }
}
