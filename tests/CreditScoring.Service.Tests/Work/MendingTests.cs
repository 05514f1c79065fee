using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Work;

[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class MendingTests(On on) : ServiceTest(on)
{
    [Test]
    public async Task An_annulled_event_is_as_if_it_had_never_been_and_the_ledger_says_why()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        await Service.SendAsync(Sent.Annulled("m1", "e1", "2025-07-20"));
        var standing = await Service.StandingAsync();
        Assert.Multiple(() =>
        {
            Assert.That((string?)standing["tier"], Is.EqualTo("A"));
            Assert.That((int)standing["points"]!, Is.Zero);
            Assert.That((int)standing["revision"]!, Is.EqualTo(2), "the entry and its reversal");
        });
    }

    [Test]
    public async Task A_mending_event_waits_visibly_for_its_target_and_is_taken_in_when_it_arrives()
    {
        var answer = (await Service.SendForAnswersAsync(Sent.Annulled("m1", "e1", "2025-07-20")))[0]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)answer["outcome"], Is.EqualTo("accepted"));
            Assert.That((string?)answer["flaws"]![0]!["flaw"], Is.EqualTo("target-unknown"));
        });
        Assert.That((string?)(await Waiting())[0]!["actsOn"]!["id"], Is.EqualTo("e1"));

        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Assert.That(await Waiting(), Is.Empty);
        Assert.That(await Service.TierAsync(), Is.EqualTo("A"));
    }

    [Test]
    public async Task A_chain_of_mendings_that_arrives_backwards_ends_in_the_file()
    {
        await Service.SendAsync(Sent.Annulled("m2", "m1", "2025-07-25"));
        await Service.SendAsync(Sent.Annulled("m1", "e1", "2025-07-20"));
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Assert.That(await Service.TierAsync(), Is.EqualTo("C"), "the annulment was annulled");
    }

    [Test]
    public async Task Target_and_mending_may_come_in_one_batch_in_any_order()
    {
        await Service.SendAsync(Sent.Annulled("m1", "e1", "2025-07-20"), Sent.Failed("e1", "2025-07-01"));
        Assert.That(await Service.TierAsync(), Is.EqualTo("A"));
        Assert.That(await Waiting(), Is.Empty);
    }

    [Test]
    public async Task A_mending_event_acts_in_every_file_that_holds_its_target()
    {
        var both = Sent.Failed("e1", "2025-07-01");
        both.Remove("subject");
        both["subjects"] = new JsonArray(
            new JsonObject { ["role"] = "producer", ["kind"] = "operator", ["id"] = Sent.Shop },
            new JsonObject { ["role"] = "seller", ["kind"] = "operator", ["id"] = Sent.Factory });
        await Service.SendAsync(both);
        Assert.That(await Service.TierAsync(Sent.Factory), Is.EqualTo("C"));
        await Service.SendAsync(Sent.Annulled("m1", "e1", "2025-07-20"));
        Assert.That(await Service.TierAsync(Sent.Shop), Is.EqualTo("A"));
        Assert.That(await Service.TierAsync(Sent.Factory), Is.EqualTo("A"));
    }

    private async Task<JsonArray> Waiting() =>
        (await Service.GetAsync("/v1/waiting"))["items"]!.AsArray();
}
