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
    public async Task What_a_corrector_sends_mends_once_another_person_has_looked_at_it()
    {
        Assert.That(
            await Send(corrector, Sent.Annulled("m1", "e1", "2025-07-20"), Sent.Failed("e3", "2025-07-03", Sent.Factory)),
            Is.EqualTo(new[] { "second-person-wanted", "accepted" }), "what mends nothing takes one");
        Assert.That(await Tier(), Is.EqualTo("D"));
        Assert.That(await Replay(corrector), Is.EqualTo("quarantined second-person-wanted"), "nobody looks at his own");
        var other = await AnotherKeyOf("wang", Role.Corrector);
        Assert.That(await Replay(other), Is.EqualTo("quarantined second-person-wanted"), "nor with another key of his");
        Assert.That(await Tier(), Is.EqualTo("D"));
        Assert.That(await Replay(await Service.KeyOf("zhao", [Role.Corrector])), Is.EqualTo("accepted "));
        Assert.That(await Tier(), Is.EqualTo("C"));
    }

    [Test]
    public async Task Who_both_sends_and_corrects_is_one_person_whichever_key_he_shows()
    {
        await Service.KeyOf("both", [Role.Ingest, Role.Corrector]);
        var (sends, corrects) = (await AnotherKeyOf("both", Role.Ingest), await AnotherKeyOf("both", Role.Corrector));
        Assert.That(await Send(sends, Sent.Annulled("m1", "e1", "2025-07-20")), Is.EqualTo(new[] { "corrector-wanted" }));
        Assert.That(await Replay(corrects), Is.EqualTo("quarantined second-person-wanted"));
        Assert.That(await Replay(corrector), Is.EqualTo("accepted "));
        Assert.That(await Tier(), Is.EqualTo("C"));
    }

    /// <summary>What cannot be read today may be a mending event by tomorrow's catalogue.</summary>
    [Test]
    public async Task What_could_not_be_read_is_still_his_who_sent_it_once_the_catalogue_knows_it()
    {
        Assert.That(await Send(corrector, Sent.Annulled("m1", "e1", "2025-07-20").With("kind", "revoked")), Is.EqualTo(new[] { "unknown-kind" }));
        var kinds = Path.Combine(Folder.In("rules"), "events/kinds.json");
        await File.WriteAllTextAsync(kinds, (await File.ReadAllTextAsync(kinds)).Replace(
            "{ \"kind\": \"annulled\"", "{ \"kind\": \"revoked\", \"zh\": \"收回\", \"en\": \"revoked\", \"actsOn\": \"must\", \"mends\": true, \"fields\": [] },\n{ \"kind\": \"annulled\""));
        await Restart(Keyed.Wanted);
        Assert.That(await Replay(corrector), Is.EqualTo("quarantined second-person-wanted"));
        Assert.That(await Replay(await Service.KeyOf("zhao", [Role.Corrector])), Is.EqualTo("accepted "));
    }

    [Test]
    public async Task What_a_program_sent_and_was_turned_away_one_corrector_reads_again()
    {
        Assert.That(await Send(bureau, Sent.Annulled("m1", "e1", "2025-07-20").With("occurredOn", "2025-08-01")), Is.EqualTo(new[] { "day-in-future" }));
        Clock.Turn("2025-08-02");
        Assert.That(await Replay(corrector), Is.EqualTo("accepted "));
    }

    /// <summary>Has the only item of the quarantine read again.</summary>
    private async Task<string> Replay(string key)
    {
        var items = (await Service.AskAsync(key, HttpMethod.Get, "/v1/quarantine").ReadAsync())["items"]!.AsArray();
        var again = await Service.AskAsync(key, HttpMethod.Post, $"/v1/quarantine/{items.Single()!["position"]}/replay").ReadAsync();
        return $"{again["outcome"]} {again["flaws"]!.AsArray().FirstOrDefault()?["flaw"]}";
    }

    /// <summary>A key of somebody who has the role already.</summary>
    private async Task<string> AnotherKeyOf(string id, Role role)
    {
        var made = KeyText.New();
        await Service.Enter(new KeyIssued(new AccessKey(
            made.Id, $"person:{id}", [role], role == Role.Ingest ? "bureau" : null, RegionScope.All, new DateOnly(2025, 12, 31), made.Hash)));
        if (Roles.WantsSecondAdmin(role, Register.Machine))
        {
            await Service.Enter(new KeyConfirmed(made.Id), "person:two");
        }

        return $"{made}";
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
