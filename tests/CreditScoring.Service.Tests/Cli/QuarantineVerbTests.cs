using System.Text.Json.Nodes;
using CreditScoring.Cli;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Cli;

/// <summary><c>credit quarantine</c> against a live service.</summary>
[NonParallelizable]
public class QuarantineVerbTests : ServiceTest
{
    [SetUp]
    public async Task Send() => await Service.SendAsync(
        Sent.Failed("e1", "2025-08-05"), Sent.Failed("e2", "2025-07-01").With("kind", "unheard-of"));

    [Test]
    public async Task It_lists_what_was_turned_away_with_the_reason()
    {
        var (exit, said) = await Run("list", "--lang", "en");
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.Zero);
            Assert.That(lines, Has.Length.EqualTo(2));
            Assert.That(lines[0], Does.Contain("bureau/e1  day-in-future: "));
            Assert.That(lines[1], Does.Contain("bureau/e2  unknown-kind: "));
        });
    }

    [Test]
    public async Task It_lists_one_reason_alone_as_JSON_a_line_each()
    {
        var (_, said) = await Run("list", "--reason", "unknown-kind", "--json");
        Assert.That((string?)JsonNode.Parse(said)!["id"], Is.EqualTo("e2"));
    }

    [Test]
    public async Task It_shows_an_item_with_its_text_and_its_flaws_in_either_language()
    {
        var (english, chinese) = ((await Run("show", "1", "--lang", "en")).Said, (await Run("show", "1", "--lang", "zh")).Said);
        Assert.Multiple(() =>
        {
            Assert.That(english, Does.Contain("day-in-future").And.Contain("\"occurredOn\":\"2025-08-05\""));
            Assert.That(chinese, Does.Contain("day-in-future").And.Not.EqualTo(english));
        });
    }

    [Test]
    public async Task Reading_again_ends_with_1_while_something_stays_and_with_0_once_all_have_left()
    {
        Clock.Turn("2025-08-05");
        Assert.That((await Run("replay", "1")).Exit, Is.Zero);
        Assert.That(await Service.TierAsync(), Is.EqualTo("C"));
        var (exit, said) = await Run("replay", "--all", "--lang", "en");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("quarantined").And.Contain("unknown-kind"));
        Assert.That((await Run("show", "1", "--lang", "en")).Said, Does.Contain("replayed").And.Contain("accepted"));
    }

    [TestCase("replay")]
    [TestCase("replay", "1", "--all")]
    public void Reading_again_wants_one_position_or_all(params string[] arguments) =>
        Assert.That(async () => await Run(arguments), Throws.InstanceOf<Exception>().With.Message.Contains("--all"));

    [Test]
    public void An_item_that_never_was_is_told_with_the_services_own_words() =>
        Assert.That(async () => await Run("show", "7"), Throws.InstanceOf<Exception>().With.Message.Contains("quarantine-unknown"));

    private async Task<(int Exit, string Said)> Run(params string[] arguments)
    {
        var (output, errors) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        Console.SetOut(said);
        Console.SetError(TextWriter.Null);
        try
        {
            var parsed = QuarantineVerb.Create().Parse([.. arguments, "--server", Service.Http.BaseAddress!.ToString()]);
            return (await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false }), said.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }
}
