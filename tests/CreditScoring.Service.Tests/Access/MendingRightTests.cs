using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Access;

/// <summary>Who may change what was sent before.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class MendingRightTests(On on) : ServiceTest(on)
{
    private string bureau = null!;
    private string court = null!;
    private string clerk = null!;
    private string corrector = null!;

    [SetUp]
    public async Task Senders()
    {
        var kinds = Path.Combine(Folder.In("rules"), "events/kinds.json");
        await File.WriteAllTextAsync(kinds, (await File.ReadAllTextAsync(kinds)).TrimEnd().TrimEnd('}')
            + ", \"correctors\": [ { \"corrects\": \"bureau\", \"by\": \"court\" } ] }");
        await Restart(Keyed.Wanted);
        bureau = await Service.KeyOf("bureau", [Role.Ingest], isSystem: true);
        court = await Service.KeyOf("court", [Role.Ingest], isSystem: true, source: "court");
        clerk = await Service.KeyOf("clerk", [Role.Ingest]);
        corrector = await Service.KeyOf("wang", [Role.Corrector]);
        await Send(bureau, Sent.Failed("e1", "2025-07-01"), Sent.Failed("e2", "2025-07-02"));
    }

    [Test]
    public async Task A_program_mends_what_its_source_sent_and_that_of_a_source_it_is_a_corrector_of()
    {
        Assert.That(await Send(bureau, Sent.Annulled("m1", "e1", "2025-07-20")), Is.EqualTo(new[] { "accepted" }));
        Assert.That(await Send(court, Sent.Annulled("m2", "e2", "2025-07-20", "court")), Is.EqualTo(new[] { "accepted" }));
        Assert.That(await Tier(), Is.EqualTo("A"));
    }

    [Test]
    public async Task No_other_program_does_and_its_neighbours_are_kept()
    {
        var stranger = await Service.KeyOf("stranger", [Role.Ingest], isSystem: true, source: "stranger");
        Assert.That(
            await Send(stranger, Sent.Annulled("m1", "e1", "2025-07-20", "stranger"), Sent.Failed("s1", "2025-07-03", Sent.Factory).With("source", "stranger")),
            Is.EqualTo(new[] { "may-not-mend", "accepted" }));
        // Nor does the source mend what its corrector sent.
        await Send(court, Sent.Failed("c1", "2025-07-03").With("source", "court"));
        var back = Sent.Annulled("m2", "e1", "2025-07-20").With("actsOn", new JsonObject { ["source"] = "court", ["id"] = "c1" });
        Assert.That(await Send(bureau, back), Is.EqualTo(new[] { "may-not-mend" }));
        Assert.That(await Tier(), Is.EqualTo("D"));
    }

    [Test]
    public async Task A_person_who_only_sends_does_not_mend_until_a_corrector_has_looked_at_it()
    {
        Assert.That(
            await Send(clerk, Sent.Failed("e3", "2025-07-03", Sent.Factory), Sent.Annulled("m1", "e1", "2025-07-20"), Sent.Failed("e4", "2025-07-04", Sent.Factory)),
            Is.EqualTo(new[] { "accepted", "corrector-wanted", "accepted" }));
        Assert.That(await Tier(), Is.EqualTo("D"), "nothing was mended");
        var items = (await Service.AskAsync(corrector, HttpMethod.Get, "/v1/quarantine").ReadAsync())["items"]!.AsArray();
        Assert.That((string?)items.Single()!["reason"], Is.EqualTo("corrector-wanted"));
        var again = await Service.AskAsync(corrector, HttpMethod.Post, $"/v1/quarantine/{items[0]!["position"]}/replay").ReadAsync();
        Assert.That((string?)again["outcome"], Is.EqualTo("accepted"));
        Assert.That(await Tier(), Is.EqualTo("C"));
    }

    [Test]
    public async Task A_corrector_mends_what_any_source_sent()
    {
        Assert.That(await Send(corrector, Sent.Annulled("m1", "e1", "2025-07-20")), Is.EqualTo(new[] { "accepted" }));
        Assert.That(await Tier(), Is.EqualTo("C"));
    }

    [Test]
    public async Task Who_is_both_mends_as_a_corrector_does()
    {
        var both = await Service.KeyOf("both", [Role.Ingest, Role.Corrector]);
        Assert.That(await Send(both, Sent.Annulled("m1", "e1", "2025-07-20")), Is.EqualTo(new[] { "accepted" }));
    }

    /// <returns>Of each the first flaw, else what became of it.</returns>
    private async Task<string[]> Send(string key, params JsonObject[] events)
    {
        var answer = await Service.AskAsync(
            key, HttpMethod.Post, "/v1/events", $"[{string.Join(',', events.Select(each => each.ToJsonString()))}]").ReadAsync();
        return [.. answer["events"]!.AsArray().Select(each => (string)(each!["flaws"]!.AsArray().FirstOrDefault()?["flaw"] ?? each["outcome"])!)];
    }

    private async Task<string?> Tier() =>
        (string?)(await Service.AskAsync(corrector, HttpMethod.Get, $"/v1/enterprises/{Sent.Shop}").ReadAsync())["standings"]![0]!["tier"];
}
