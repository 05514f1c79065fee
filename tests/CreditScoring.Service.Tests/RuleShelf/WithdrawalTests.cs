using CreditScoring.Service.Hosting;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.RuleShelf;

/// <summary>That something is not in the rules folder is no instruction to do without it.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class WithdrawalTests(On on) : ServiceTest(on)
{
    private string Rules => Folder.In("rules");

    [TestCase("", "every regime")]
    [TestCase("events", "every kind of event")]
    [TestCase("test", "every regime")]
    public async Task A_folder_that_has_lost_what_is_in_use_is_not_taken_until_a_person_accepts_it(
        string lost, string what)
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Directory.Move(Path.Combine(Rules, lost == "" ? "test" : lost), Folder.In("away"));
        if (lost == "")
        {
            Directory.Move(Path.Combine(Rules, "events"), Folder.In("away-too"));
        }

        await Part("rules");
        var ready = await Service.ReadyAsync();
        Assert.That((string?)ready["status"], Is.EqualTo("degraded"));
        Assert.That(ready["degraded"]![0]!.ToJsonString(), Does.Contain("rules"));
        Assert.That(await Service.SendAsync(Sent.Failed("e2", "2025-07-02")), Is.EqualTo(new[] { "accepted" }));
        Assert.That(await Service.TierAsync(), Is.EqualTo("D"), "the law in force stays");

        if (lost == "test")
        {
            var flaw = (await Service.GetAsync("/v1/rules"))["rejected"]![0]!.ToJsonString();
            Assert.That(flaw, Does.Contain("rules-withdrawn").And.Contain(what));
            var hash = System.Text.RegularExpressions.Regex.Match(flaw, "write ([0-9a-f]{12}) into").Groups[1].Value;
            File.WriteAllText(Path.Combine(Rules, "accepted-book"), $"{hash}\n");
            await RunningService.Until(async () =>
                (await Service.GetAsync("/version"))["packs"]!.AsArray().Count == 0);
        }
    }

    [Test]
    public async Task At_a_start_what_the_record_has_somebody_stand_in_is_in_use()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var pack = Path.Combine(Rules, "test", "points");
        Directory.Move(pack, Path.Combine(Rules, "test", "other"));
        var manifest = Path.Combine(Rules, "test", "other", "2020-01-01", "pack.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("test/points", "test/other"));
        var refusal = Assert.ThrowsAsync<Refusal>(Restart);
        Assert.That(refusal!.ExitCode, Is.EqualTo(2));
        Assert.That(refusal.Message, Does.Contain("regime test/points").And.Contain("accepted-book"));
    }

    [Test]
    public void An_empty_folder_is_no_law_to_start_with()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.In("rules"));
        var refusal = Assert.ThrowsAsync<Refusal>(() => RunningService.StartAsync(folder, Clock));
        Assert.That(refusal!.ExitCode, Is.EqualTo(2));
        Assert.That(refusal.Message, Does.Contain("every regime").And.Contain("accepted-book"));
    }

    private async Task Part(string name) => await RunningService.Until(async () =>
        (await Service.GetAsync("/health/ready"))["degraded"]!.AsArray().Any(each => (string?)each!["part"] == name));
}
