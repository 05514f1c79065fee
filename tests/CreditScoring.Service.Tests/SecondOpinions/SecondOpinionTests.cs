using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.SecondOpinions;
using CreditScoring.Service.Tests.Given;
using Microsoft.Extensions.Configuration;

namespace CreditScoring.Service.Tests.SecondOpinions;

/// <summary>
/// RulesEngine judges beside. A text that both engines read and mean differently is known: a missing text
/// comes before every other there, and before none here.
/// </summary>
// The setting is of the whole process.
[NonParallelizable]
public class SecondOpinionTests : ServiceTest
{
    private const string ReadDifferently = "6 + (happened.note < \\\"a\\\" ? 1 : 0)";

    [TearDown]
    public void Reset() => Environment.SetEnvironmentVariable("CREDIT__Rules__SecondOpinion", null);

    [Test]
    public async Task It_is_asked_always_unless_told_otherwise_and_says_so()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var metrics = await Service.MetricsAsync();
        Assert.Multiple(async () =>
        {
            Assert.That((string?)(await Service.GetAsync("/version"))["secondOpinion"], Does.Match("^RulesEngine 6.*, always$"));
            Assert.That(metrics["credit_second_opinion_evaluations_total{outcome=same}"], Is.GreaterThan(5));
            Assert.That(metrics["credit_second_opinion_evaluations_total{outcome=differs}"], Is.Zero);
            Assert.That(await Service.TierAsync(), Is.EqualTo("C"));
        });
    }

    [Test]
    public async Task On_whom_the_engines_differ_cannot_be_judged_and_the_service_is_degraded_until_the_rule_is_changed()
    {
        TestRules.Publish(Folder.In("rules"), ReadDifferently);
        await RunningService.Until(async () => (string?)(await Service.GetAsync("/health/ready"))["rules"] == "current");
        await Restart();
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var standing = await Service.StandingAsync();
        await RunningService.Until(async () => await IsDegradedAsync());
        Assert.Multiple(async () =>
        {
            Assert.That((string?)standing["tier"], Is.Null);
            Assert.That((string?)standing["flaws"]![0]!["flaw"], Is.EqualTo("engines-differ"));
            Assert.That((await Service.MetricsAsync())["credit_second_opinion_open"], Is.EqualTo(1));
        });

        TestRules.Publish(Folder.In("rules"), 6);
        await RunningService.Until(async () => await Service.TierAsync() == "C" && !await IsDegradedAsync());
    }

    [Test]
    public async Task For_a_share_the_standing_stays_ours_and_the_difference_is_told()
    {
        Environment.SetEnvironmentVariable("CREDIT__Rules__SecondOpinion", "0.99999999");
        TestRules.Publish(Folder.In("rules"), ReadDifferently);
        await Restart();
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        await RunningService.Until(async () => await IsDegradedAsync());
        Assert.That(await Service.TierAsync(), Is.EqualTo("C"));
    }

    [Test]
    public async Task Off_only_ours_judges()
    {
        Environment.SetEnvironmentVariable("CREDIT__Rules__SecondOpinion", "off");
        TestRules.Publish(Folder.In("rules"), ReadDifferently);
        await Restart();
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Assert.Multiple(async () =>
        {
            Assert.That(await Service.TierAsync(), Is.EqualTo("C"));
            Assert.That((string?)(await Service.GetAsync("/version"))["secondOpinion"], Is.EqualTo("off"));
        });
    }

    [TestCase("6")]
    [TestCase(ReadDifferently)]
    public async Task Turned_off_to_always_to_a_share_on_one_record_the_explanation_is_of_the_standing_each_time(string points)
    {
        TestRules.Publish(Folder.In("rules"), points);
        foreach (var (mode, said) in new[] { ("off", "^off$"), ("always", ", always$"), ("0.5", ", share 0.5$"), ("off", "^off$") })
        {
            Environment.SetEnvironmentVariable("CREDIT__Rules__SecondOpinion", mode);
            await Restart();
            await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
            await RunningService.Until(async () => Regex.IsMatch((string)(await AnswerAsync(""))["secondOpinion"]!, said));
            var (answer, why) = (await AnswerAsync(""), await AnswerAsync("/explanation"));
            var (standing, explained) = (answer["standings"]![0]!, why["explanations"]![0]!["standing"]!);
            Assert.Multiple(() =>
            {
                Assert.That((string?)standing["tier"], Is.EqualTo(mode == "always" && points != "6" ? null : "C"), mode);
                foreach (var part in new[] { "book", "secondOpinion" })
                {
                    Assert.That((string?)explained[part], Is.EqualTo((string?)answer[part]), $"{part} under {mode}");
                }

                foreach (var (part, value) in explained.AsObject().Where(each => each.Key is not ("book" or "secondOpinion")))
                {
                    Assert.That(JsonNode.DeepEquals(value, standing[part]), $"{part} under {mode}: {value} and {standing[part]}");
                }
            });
        }
    }

    [TestCase("sometimes")]
    [TestCase("1.5")]
    [TestCase("-0.1")]
    [TestCase("0,5")]
    [TestCase("NaN")]
    [TestCase("ALWAYS")]
    public void What_is_no_mode_is_refused_with_what_it_may_be(string mode)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Rules:SecondOpinion", mode)]).Build();
        Assert.That(
            SettingKeys.FaultsOf(settings, []).Single(),
            Is.EqualTo($"Rules:SecondOpinion: {mode} cannot be used; give off, a share such as 0.02, or always"));
    }

    private Task<JsonNode> AnswerAsync(string more) => Service.GetAsync($"/v1/enterprises/{Sent.Shop}{more}");

    private async Task<bool> IsDegradedAsync() => ((JsonArray)(await Service.GetAsync("/health/ready"))["degraded"]!)
        .Any(each => (string?)each!["part"] == DifferenceWatch.Part);
}
