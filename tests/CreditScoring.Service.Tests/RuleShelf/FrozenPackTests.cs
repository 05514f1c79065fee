using System.Text.Json.Nodes;
using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.RuleShelf;

/// <summary>What was published is what judges: a running service takes no edit of it.</summary>
public class FrozenPackTests : ServiceTest
{
    private const string Pack = "test/points/2020-01-01";

    private string Rules => Folder.In("rules");

    private string PublishedFile => Path.Combine(Rules, Pack, "published.json");

    [Test]
    public async Task An_edit_of_a_published_pack_is_refused_with_its_place_and_the_book_in_use_stays()
    {
        await PublishAsync();
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        TestRules.Publish(Rules, 12);
        var flaw = await RejectedAsync();
        Assert.Multiple(async () =>
        {
            Assert.That((string?)flaw["flaw"], Is.EqualTo("pack-frozen"));
            Assert.That((string?)flaw["file"], Is.EqualTo($"{Pack}/points.workflow.json"));
            Assert.That((int)flaw["line"]!, Is.EqualTo(3), "where it differs first");
            Assert.That((string?)(await Service.ReadyAsync())["status"], Is.EqualTo("degraded"));
            Assert.That((await Service.MetricsAsync())["credit_rules_rejected"], Is.Positive);
        });
        await Service.SendAsync(Sent.Failed("e2", "2025-07-02"));
        Assert.That(await Service.TierAsync(), Is.EqualTo("D"), "12 points by the last good book");

        TestRules.Publish(Rules, 6);
        await RunningService.Until(async () =>
            (string?)(await Service.GetAsync("/health/ready"))["status"] == "ready");
    }

    [Test]
    public async Task Without_its_publication_an_edited_pack_is_refused_until_a_person_accepts_the_book()
    {
        await PublishAsync();
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        File.Delete(PublishedFile);
        Assert.That((string?)(await RejectedAsync())["file"], Is.EqualTo($"{Pack}/published.json"), "no edit yet");
        TestRules.Publish(Rules, 12);
        await RunningService.Until(async () =>
            (string?)(await RejectedAsync())["file"] == $"{Pack}/points.workflow.json");
        Assert.That(await Service.TierAsync(), Is.EqualTo("C"));

        var mend = (string)(await RejectedAsync())["mend"]!["en"]!;
        var hash = System.Text.RegularExpressions.Regex.Match(mend, "write ([0-9a-f]{12}) into").Groups[1].Value;
        File.WriteAllText(Path.Combine(Rules, "accepted-book"), hash);
        await RunningService.Until(async () => await Service.TierAsync() == "D");
    }

    [Test]
    public async Task A_published_pack_that_was_edited_and_published_again_is_refused()
    {
        await PublishAsync();
        TestRules.Publish(Rules, 12);
        File.WriteAllText(PublishedFile, Publication());
        Assert.That((string?)(await RejectedAsync())["flaw"], Is.EqualTo("pack-frozen"));
    }

    [Test]
    public async Task A_new_version_beside_a_published_pack_is_taken()
    {
        await PublishAsync();
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var later = Path.Combine(Rules, "test", "points", "2025-07-01");
        Directory.CreateDirectory(later);
        foreach (var file in Directory.GetFiles(Path.Combine(Rules, Pack), "*.workflow.json"))
        {
            File.Copy(file, Path.Combine(later, Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(later, "pack.json"),
            File.ReadAllText(Path.Combine(Rules, Pack, "pack.json")).Replace("2020-01-01", "2025-07-01"));
        await RunningService.Until(async () =>
            (string?)(await Service.StandingAsync())["pack"] == "2025-07-01");
    }

    [Test]
    public async Task A_start_with_a_published_pack_that_was_edited_is_refused()
    {
        await PublishAsync();
        TestRules.Publish(Rules, 12);
        var refusal = Assert.ThrowsAsync<Refusal>(Restart);
        Assert.That(refusal!.Message, Does.Contain($"{Pack}/published.json").And.Contain("pack-frozen"));
    }

    private string Publication() => CreditScoring.Law.Packs.Publication.Of(
        new PackFiles(Pack, Directory.GetFiles(Path.Combine(Rules, Pack)).ToDictionary(
            path => Path.GetFileName(path), path => new SourceText(path, File.ReadAllText(path)))),
        new DateOnly(2020, 1, 1)).Json("x");

    private async Task PublishAsync()
    {
        File.WriteAllText(PublishedFile, Publication());
        // Taken by content, at the second look; a restart takes it at once.
        await Restart();
    }

    private async Task<JsonNode> RejectedAsync()
    {
        JsonArray rejected = [];
        await RunningService.Until(async () =>
            (rejected = (await Service.GetAsync("/v1/rules"))["rejected"]!.AsArray()).Count > 0);
        return rejected[0]!;
    }
}
