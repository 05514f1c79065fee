using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Work;

/// <summary>A file that takes more steps than one may cost cannot be judged, and holds up no other.</summary>
public class CostlyFileTests : ServiceTest
{
    private const string Costly = "1 + 0 * entries.Sum(e => entries.Sum(f => entries.Sum(g => g.points)))";

    private static readonly string Neighbour = Codes.Of(7);

    [SetUp]
    public async Task Publish()
    {
        TestRules.Publish(Folder.In("rules"), Costly.Replace("1 + 0", "6 + 0"));
        await Restart();
    }

    [Test]
    public async Task It_says_so_and_those_in_the_same_batch_are_judged()
    {
        var outcomes = await Service.SendAsync(
            [.. Acts(0, 350), Sent.Failed("n1", "2025-07-01", Neighbour), Sent.Failed("n2", "2025-07-02", Neighbour)]);
        Assert.That(outcomes, Is.All.EqualTo("accepted"));
        Assert.That(await Service.TierAsync(Neighbour), Is.EqualTo("D"));
        await SaysSo();
        Assert.That((string?)(await Service.ReadyAsync())["status"], Is.EqualTo("ready"));
        await Service.SendAsync(Sent.Failed("n3", "2025-07-03", Codes.Of(8)), Acts(350, 1).Single());
        Assert.That(await Service.TierAsync(Codes.Of(8)), Is.EqualTo("C"));
        await SaysSo();
    }

    [Test]
    public async Task It_is_tried_again_once_a_day_and_not_in_between()
    {
        await Service.SendAsync([.. Acts(0, 350)]);
        await RunningService.Until(async () =>
            (string?)(await Service.GetAsync("/health/ready"))["status"] == "ready");
        var before = await Assessed();
        await Task.Delay(3000);
        Assert.That(await Assessed(), Is.EqualTo(before), "nothing has come, and the day has not turned");
        Clock.Turn("2025-08-01");
        await RunningService.Until(async () => await Assessed() > before);
        await Task.Delay(2000);
        Assert.That(await Assessed(), Is.EqualTo(before + 1));
        await SaysSo();
    }

    [Test]
    public async Task It_is_judged_again_once_the_rule_is_mended()
    {
        await Service.SendAsync([.. Acts(0, 350)]);
        await SaysSo();
        TestRules.Publish(Folder.In("rules"), 6);
        await RunningService.Until(async () => await Service.TierAsync() == "D");
    }

    private async Task SaysSo()
    {
        var standing = await Service.StandingAsync();
        Assert.That((string?)standing["tier"], Is.Null);
        Assert.That((string?)standing["flaws"]![0]!["flaw"], Is.EqualTo("too-many-steps"));
    }

    private async Task<double> Assessed() => (await Service.MetricsAsync())["credit_files_assessed_total"];

    private static IEnumerable<JsonNode> Acts(int first, int count) => Enumerable.Range(first, count)
        .Select(number => Sent.Failed($"a{number}", $"2025-{1 + (number % 6):00}-{1 + (number % 28):00}"));
}
