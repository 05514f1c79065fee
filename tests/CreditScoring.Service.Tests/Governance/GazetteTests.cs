using System.Globalization;
using CreditScoring.Service.Access;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Tests.Governance;

/// <summary>The law of the gazette alone: any acts in any order leave nothing in force that another person did not approve.</summary>
public class GazetteTests
{
    private static readonly DateTimeOffset At = new(2025, 7, 31, 4, 0, 0, TimeSpan.Zero);
    private static readonly string[] Persons = ["person:a", "person:b", "person:c", "person:d", "anybody", "system:s"];
    private static readonly string[] Contents = ["x1", "x2", "x3", "x4"];

    /// <summary>So many sequences; 10,000 in a long run.</summary>
    private static int Sequences =>
        int.TryParse(Environment.GetEnvironmentVariable("CREDIT_GAZETTE"), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given : 1000;

    private int number;
    private Gazette gazette = null!;
    private List<KeptAct> kept = null!;
    private DateOnly today;

    /// <summary>a and b write; c and d approve, and d writes too.</summary>
    [SetUp]
    public void Begin()
    {
        (number, gazette, kept, today) = (0, Gazette.Empty, [], new DateOnly(2025, 7, 31));
        foreach (var id in new[] { "a", "b", "c", "d" })
        {
            Enter(new HolderAdded(id, false, id, RegionScope.All));
        }

        foreach (var id in new[] { "c", "d" })
        {
            Enter(new RoleGranted($"person:{id}", Role.Approver));
            Enter(new RoleConfirmed($"person:{id}", Role.Approver));
        }
    }

    [Test]
    public void Nobody_approves_what_he_wrote_also_where_he_wrote_a_part_of_it()
    {
        Done(Draft("1", "x1"), "person:a");
        Done(Draft("1", "x2"), "person:d");
        Done(new LawProposed("1", "x2"), "person:a");
        Refused("second-person", new LawApproved("1", "x2"), "person:d");
        Refused("approver-wanted", new LawApproved("1", "x2"), "person:b");
        Refused("content-differs", new LawApproved("1", "x1"), "person:c");
        Done(new LawApproved("1", "x2"), "person:c");
    }

    [Test]
    public void Who_is_no_approver_any_more_approves_nothing()
    {
        Done(Draft("1", "x1"), "person:a");
        Done(new LawProposed("1", "x1"), "person:a");
        Enter(new RoleWithdrawn("person:c", Role.Approver));
        Refused("approver-wanted", new LawApproved("1", "x1"), "person:c");
        Enter(new HolderBlocked("person:d"));
        Refused("approver-wanted", new LawApproved("1", "x1"), "person:d");
    }

    [Test]
    public void What_nobody_has_signed_is_nobodys_to_approve()
    {
        Done(Draft("1", "x1"), "anybody");
        Done(new LawProposed("1", "x1"), "anybody");
        Refused("person-unknown", new LawApproved("1", "x1"), "person:c");
    }

    [Test]
    public void What_is_edited_after_it_was_approved_is_approved_no_more()
    {
        InForce("1", "x1");
        Done(Draft("2", "x2"), "person:a");
        Done(new LawProposed("2", "x2"), "person:a");
        Done(new LawApproved("2", "x2"), "person:c");
        Done(Draft("2", "x3"), "person:a");
        Refused("proposal-state", new LawPublished("2", "x2", today), "person:c");
        Refused("proposal-state", new LawPublished("2", "x3", today), "person:c");
    }

    [Test]
    public void It_is_in_force_on_its_day_and_not_on_the_day_before()
    {
        InForce("1", "x1");
        Approved("2", "x2");
        Refused("day-passed", new LawPublished("2", "x2", today.AddDays(-1)), "person:c");
        Done(new LawPublished("2", "x2", today.AddDays(1)), "person:c");
        Refused("day-passed", new LawCameIntoForce("2"), "service");
        today = today.AddDays(1);
        Done(new LawCameIntoForce("2"), "service");
        Assert.That(gazette.InForce!.Id, Is.EqualTo("2"));
        Assert.That(gazette.Proposals["1"].State, Is.EqualTo(ProposalState.Retired));
    }

    [Test]
    public void What_was_written_upon_another_law_is_written_anew_first()
    {
        InForce("1", "x1");
        Approved("2", "x2");
        Approved("3", "x3");
        Done(new LawPublished("2", "x2", today), "person:c");
        Refused("law-moved", new LawPublished("3", "x3", today), "person:c");
        Done(Draft("3", "x3"), "person:a");
        Done(new LawProposed("3", "x3"), "person:a");
        Done(new LawApproved("3", "x3"), "person:c");
        Done(new LawPublished("3", "x3", today.AddDays(5)), "person:c");
        Assert.That(gazette.Scheduled.Select(each => each.Id), Is.EqualTo(new[] { "2", "3" }));
    }

    [Test]
    public void Going_back_is_a_publication_of_its_own_and_what_was_to_come_comes_no_more()
    {
        InForce("1", "x1");
        InForce("2", "x2");
        Approved("3", "x3");
        Done(new LawPublished("3", "x3", today.AddDays(9)), "person:c");
        Refused("law-never-in-force", new LawRolledBack("4", "3", today, "why"), "person:c");
        Refused("law-unchanged", new LawRolledBack("4", "2", today, "why"), "person:c");
        Refused("approver-wanted", new LawRolledBack("4", "1", today, "why"), "person:a");
        Done(new LawRolledBack("4", "1", today, "why"), "person:d");
        Done(new LawCameIntoForce("4"), "service");
        Assert.That((gazette.InForce!.Id, gazette.InForce.Content), Is.EqualTo(("4", "x1")));
        Assert.That(gazette.Proposals["3"].State, Is.EqualTo(ProposalState.Approved));
        Refused("law-moved", new LawPublished("3", "x3", today), "person:c");
    }

    [Test]
    public void Any_acts_in_any_order_put_nothing_in_force_that_another_person_did_not_approve_by_hash()
    {
        var (tried, done, came) = (0, 0, 0);
        for (var seed = 0; seed < Sequences; seed++)
        {
            Begin();
            var random = new Random(seed);
            var writers = new HashSet<(string Id, string By)>();
            var approved = new HashSet<string>();
            for (var step = 0; step < 60; step++)
            {
                today = today.AddDays(random.Next(8) == 0 ? 1 : 0);
                var entry = Any(random);
                var by = Persons[random.Next(Persons.Length)];
                // Mostly who may, so that sequences get somewhere.
                by = random.Next(5) == 0 ? by : entry is LawDrafted or LawProposed or LawWithdrawn
                    ? Persons[random.Next(2)] : Persons[2 + random.Next(2)];
                tried++;
                if (entry.FaultIn(gazette, by, today) is not null)
                {
                    continue;
                }

                Done(entry, by);
                done++;
                if (entry is LawDrafted or LawProposed)
                {
                    writers.Add((entry.Id, by));
                }

                if (entry is LawApproved named)
                {
                    Assert.That(writers, Does.Not.Contain((named.Id, by)), $"seed {seed}: approved by who wrote it");
                    approved.Add(named.Content);
                }

                if (entry is LawCameIntoForce)
                {
                    came++;
                    Assert.That(approved, Does.Contain(gazette.InForce!.Content), $"seed {seed}: nobody approved it");
                }

                Assert.That(gazette.Proposals.Values.Count(each => each.State == ProposalState.InForce), Is.LessThan(2));
            }

            var again = kept.Aggregate(Gazette.Empty, GazetteReader.After);
            Assert.That(Told(again), Is.EqualTo(Told(gazette)), $"seed {seed}: the record makes another one");
        }

        TestContext.Out.WriteLine($"{Sequences} sequences, {tried} acts tried, {done} done, {came} came into force");
        Assert.That(came, Is.GreaterThan(Sequences / 20), "the sequences get somewhere");
    }

    private GazetteEntry Any(Random random)
    {
        // Mostly what fits how a proposal stands, so that sequences get somewhere.
        var id = $"{1 + random.Next(4)}";
        var known = gazette.Proposals.GetValueOrDefault(id);
        var content = random.Next(4) == 0 || known is null ? Contents[random.Next(Contents.Length)] : known.Content;
        return random.Next(12) switch
        {
            0 => Draft(id, content),
            1 or 2 when known is null => Draft(id, content),
            1 or 2 or 3 => new LawProposed(id, content),
            4 or 5 => new LawApproved(id, content),
            6 or 7 => new LawPublished(id, content, today.AddDays(random.Next(4) - 1)),
            8 => new LawCameIntoForce(gazette.Scheduled is [var first, ..] ? first.Id : id),
            9 => new LawRolledBack($"{10 + random.Next(3)}", id, today.AddDays(random.Next(3)), "why"),
            10 => random.Next(2) == 0 ? new LawReturned(id, "why") : new LawWithdrawn(id),
            _ => random.Next(2) == 0 ? new LawRemarked(id, "so") : new LawCameIntoForce($"{10 + random.Next(3)}"),
        };
    }

    private static string Told(Gazette gazette) => string.Join('\n', gazette.Proposals.Values.Select(each =>
        $"{each.Id} {each.State} {each.Kind} {each.Content} {each.Base} {each.From} {each.ApprovedBy} {each.PublishedBy} "
        + $"{string.Join(',', each.Authors)} {each.Remarks.Count} {each.InForceAt}"));

    private void InForce(string id, string content)
    {
        Approved(id, content);
        Done(new LawPublished(id, content, today), "person:c");
        Done(new LawCameIntoForce(id), "service");
    }

    private void Approved(string id, string content)
    {
        Done(Draft(id, content), "person:a");
        Done(new LawProposed(id, content), "person:a");
        Done(new LawApproved(id, content), "person:c");
    }

    private static LawDrafted Draft(string id, string content) => new(id, "title", content, $"book-{content}") { Reason = "why" };

    private void Refused(string code, GazetteEntry entry, string by) =>
        Assert.That(entry.FaultIn(gazette, by, today)?.Code, Is.EqualTo(code));

    private void Done(GazetteEntry entry, string by)
    {
        Assert.That(entry.FaultIn(gazette, by, today)?.Code, Is.Null);
        Keep(entry.Act(by, ++number));
    }

    private void Enter(RegisterEntry entry) =>
        Keep(new Act(entry is RoleConfirmed ? "person:two" : "command", entry.What, entry.Target) { Number = ++number, Body = entry.Body() });

    private void Keep(Act act)
    {
        kept.Add(new KeptAct(number, act, At.AddSeconds(number)));
        gazette = GazetteReader.After(gazette, kept[^1]);
    }
}
