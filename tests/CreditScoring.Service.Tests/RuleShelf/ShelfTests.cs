using System.Text.Json.Nodes;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.RuleShelf;

public class ShelfTests : ServiceTest
{
    [Test]
    public async Task A_flawed_change_is_told_with_its_place_and_the_last_good_book_stays()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        TestRules.Publish(Folder.In("rules"), "6 +");
        await RunningService.Until(async () => (await Rejected()).Count > 0);

        var flaw = (await Rejected())[0]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)flaw["file"], Does.EndWith("points.workflow.json"));
            Assert.That((int)flaw["line"]!, Is.EqualTo(3));
        });
        Assert.That(await Service.SendAsync(Sent.Failed("e2", "2025-07-02")), Is.EqualTo(new[] { "accepted" }));
        Assert.That(await Service.TierAsync(), Is.EqualTo("D"));
        Assert.That((string?)(await Service.ReadyAsync())["rules"], Is.EqualTo("change-rejected"));

        TestRules.Publish(Folder.In("rules"), 6);
        await RunningService.Until(async () => (await Rejected()).Count == 0);
    }

    [Test]
    public async Task A_new_book_reassesses_all_files_and_the_ledger_names_the_publication()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        TestRules.Publish(Folder.In("rules"), 12);
        await RunningService.Until(async () => (string?)(await Listed())["tier"] == "D");

        var book = (string)(await Service.GetAsync("/version"))["book"]!;
        var record = Service.Services.GetRequiredService<IRecord>();
        await using var work = await record.BeginAsync(CancellationToken.None);
        var rows = (await work.OpenAsync([new("operator", Sent.Shop)]))[0].Posted[TestRules.Regime];
        Assert.That(rows.Select(row => (row.Booking.Points.Value, row.Reverses, row.Cause)), Is.EqualTo(new[]
        {
            (6m, (int?)null, "bureau/e1"),
            (-6m, 1, $"book:{book[..12]}"),
            (12m, null, $"book:{book[..12]}"),
        }));
    }

    [Test]
    public void A_flawed_book_at_the_start_is_refused_with_its_flaws()
    {
        using var folder = new TempFolder();
        TestRules.Publish(TestRules.WriteTo(folder), "6 +");
        var refusal = Assert.ThrowsAsync<Refusal>(() => RunningService.StartAsync(folder, Clock));
        Assert.That(refusal!.ExitCode, Is.EqualTo(1));
        Assert.That(refusal.Message, Does.Contain("test/points/2020-01-01/points.workflow.json:3:"));
    }

    private async Task<JsonArray> Rejected() => (await Service.GetAsync("/v1/rules"))["rejected"]!.AsArray();

    private async Task<JsonNode> Listed() => (await Service.GetAsync("/v1/enterprises"))["items"]![0]!;
}
