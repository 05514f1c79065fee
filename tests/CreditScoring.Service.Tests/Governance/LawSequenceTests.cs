using System.Globalization;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Tests.Governance;

/// <summary>
/// Random sequences of drafts, edits, proposals, approvals, publications and rollbacks by several persons while
/// days pass and events come in, over the real desks and a real record, compared with a model that knows of them
/// only what was asked and answered.
/// </summary>
public class LawSequenceTests
{
    private const int Steps = 30;
    private static readonly string[] Persons = ["a", "b", "c", "d"];

    /// <summary>So many sequences; 10,000 in a long run.</summary>
    private static int Sequences => int.TryParse(
        Environment.GetEnvironmentVariable("CREDIT_LAW_SEQUENCES"), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given : 50;

    [Test]
    public async Task No_sequence_approves_its_own_publishes_what_was_not_approved_or_changes_what_was_known()
    {
        var seen = new LawCounts();
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Sequences), new ParallelOptions { MaxDegreeOfParallelism = Sequences > 1000 ? 8 : 2 },
            async (seed, _) =>
            {
                if (await new Sequence(seed, seen).RunAsync() is { } failure)
                {
                    failures.Add($"seed {seed}: {failure}");
                }
            });
        TestContext.Out.WriteLine($"{Sequences} sequences: {seen}");
        Assert.That(failures, Is.Empty);
        Assert.That(seen.InForce, Is.GreaterThan(Sequences / 2), "control: the sequences get somewhere");
        Assert.That(seen.Own, Is.GreaterThan(Sequences / 4), "control: somebody tries to approve what he wrote");
        Assert.That(seen.Moved, Is.GreaterThan(Sequences / 4), "control: what is known now differs from what was known then");
    }

    [Test]
    public async Task A_gazette_that_compares_keys_would_be_noticed()
    {
        // The model alone, told that the very author has approved with his second key.
        var model = new LawModel();
        model.Wrote("1", "a", "x");
        model.Approved("1", "a", "x");
        Assert.That(model.Fault, Does.Contain("wrote"));
        using var world = new LawWorld();
        await world.AddAsync("a", Role.Author, Role.Approver);
        var (one, two) = ((await world.CallerAsync("a", 0))!, (await world.CallerAsync("a", 1))!);
        var draft = await world.Desk.DraftAsync(null, "t", "r", LawWorld.LawOf(6), one);
        await world.Desk.ProposeAsync(draft.Proposal!.Id, draft.Proposal.Content, one);
        var approval = await world.Desk.ApproveAsync(draft.Proposal.Id, draft.Proposal.Content, two);
        Assert.That(approval.Fault!.Code, Is.EqualTo("second-person"));
    }

    private sealed class Sequence(int seed, LawCounts seen)
    {
        private readonly Random random = new(seed);
        private readonly LawModel model = new();
        private readonly HashSet<string> approvers = ["c", "d"];
        private readonly Dictionary<(DateOnly On, DateTimeOffset KnownAt), string> answers = [];
        private string? publication;

        public async Task<string?> RunAsync()
        {
            using var world = new LawWorld();
            await world.AddAsync("a", Role.Author);
            await world.AddAsync("b", Role.Author);
            await world.AddAsync("c", Role.Approver, Role.Author);
            await world.AddAsync("d", Role.Approver);
            for (var step = 0; step < Steps; step++)
            {
                world.Clock.Turn(world.Clock.GetUtcNow().AddSeconds(2));
                await (random.Next(10) switch
                {
                    0 => DayPassesAsync(world),
                    1 => world.SendAsync(Today(world).AddDays(-random.Next(300))),
                    2 when random.Next(3) == 0 => RolesChangeAsync(world),
                    _ => ActAsync(world),
                });
                await LookAsync(world);
                if ((model.Fault ?? await ChangedAsync(world)) is { } fault)
                {
                    return $"step {step}: {fault}";
                }
            }

            return await OfTheRecordAsync(world);
        }

        private static DateOnly Today(LawWorld world) => LegalDay.Of(world.Clock.GetUtcNow());

        private Task DayPassesAsync(LawWorld world)
        {
            world.Clock.Turn(world.Clock.GetUtcNow().AddDays(1 + random.Next(3)));
            return Task.CompletedTask;
        }

        private async Task RolesChangeAsync(LawWorld world)
        {
            var who = random.Next(2) == 0 ? "c" : "d";
            await (approvers.Remove(who) ? world.WithdrawAsync(who, Role.Approver)
                : world.GrantAsync(approvers.Add(who) ? who : who, Role.Approver));
        }

        /// <summary>The loops of the service; then some questions of what is known now are kept.</summary>
        private async Task LookAsync(LawWorld world)
        {
            await world.LookAsync();
            if (world.InUse.Source == LawSource.Awaited)
            {
                return;
            }

            if (world.InUse.Publication != publication)
            {
                publication = world.InUse.Publication;
                model.InForce((await world.Desk.CurrentAsync()).InForce!.Content);
                seen.CameIntoForce();
            }

            if (random.Next(4) == 0)
            {
                var asked = world.Clock.GetUtcNow();
                world.Clock.Turn(asked.AddSeconds(1));
                var on = Today(world).AddDays(-random.Next(30));
                answers[(on, asked)] = await world.AnswerAsync(on, asked);
            }
        }

        /// <summary>What was known then is answered as then, whatever came since; half of it is asked each time.</summary>
        private async Task<string?> ChangedAsync(LawWorld world)
        {
            foreach (var ((on, knownAt), then) in answers.Where(_ => random.Next(4) == 0))
            {
                var again = await world.AnswerAsync(on, knownAt);
                if (again != then)
                {
                    return $"on {on:o} as known at {knownAt:o}: was {then}, is {again}";
                }

                seen.Asked(await world.AnswerAsync(on, null) != then);
            }

            return null;
        }

        private async Task ActAsync(LawWorld world)
        {
            var current = await world.Desk.CurrentAsync();
            var all = current.Proposals.Values.ToArray();
            // Mostly one that is open, and the next thing to do with it, so that sequences get somewhere.
            var open = all.Where(each => each.IsOpen || each.State == ProposalState.Scheduled).ToArray();
            var one = open.Length > 0 && random.Next(6) > 0 ? open[random.Next(open.Length)]
                : all.Length > 0 ? all[random.Next(all.Length)] : null;
            var next = one?.State switch
            {
                ProposalState.Draft => 1, ProposalState.Proposed => 2, ProposalState.Approved => 3, _ => 0,
            };
            var kind = random.Next(3) > 0 ? next : random.Next(7);
            var who = random.Next(4) == 0 ? Persons[random.Next(4)] : kind is 0 or 1 ? Persons[random.Next(3)] : Persons[2 + random.Next(2)];
            if (await world.CallerAsync(who, random.Next(2)) is not { } by)
            {
                return;
            }

            var content = one is null || random.Next(12) == 0 ? new string('0', 64) : one.Content;
            var done = kind switch
            {
                0 => await DraftAsync(world, one is { IsOpen: true } && random.Next(2) == 0 ? one.Id : null, who, by),
                1 when one is not null => await ProposeAsync(world, one.Id, content, who, by),
                2 when one is not null => await ApproveAsync(world, one, content, who, by),
                3 when one is not null => await PublishAsync(world, one.Id, content, by),
                4 when one is not null => Told(await world.Desk.RollBackAsync(one.Id, Day(world), "back", by)),
                5 when one is not null => await ReturnAsync(world, one.Id, by),
                6 when one is not null => Told(await world.Desk.WithdrawAsync(one.Id, by)),
                _ => false,
            };
            seen.Tried(done);
        }

        private DateOnly? Day(LawWorld world) => random.Next(3) == 0 ? null : Today(world).AddDays(random.Next(4) - 1);

        private static bool Told(LawDecision decision) => decision.IsDone;

        private async Task<bool> DraftAsync(LawWorld world, string? id, string who, Caller by)
        {
            var made = await world.Desk.DraftAsync(id, "title", "reason", LawWorld.LawOf(1 + random.Next(3) * 5), by);
            if (made.IsDone)
            {
                model.Wrote(made.Proposal!.Id, who, made.Proposal.Content);
            }

            return made.IsDone;
        }

        private async Task<bool> ProposeAsync(LawWorld world, string id, string content, string who, Caller by)
        {
            var made = await world.Desk.ProposeAsync(id, content, by);
            if ((await world.Desk.CurrentAsync()).Proposals[id].Authors.Contains(by.Actor))
            {
                model.Wrote(id, who, null);
            }

            return made.IsDone;
        }

        /// <summary>Mostly after the back-test is done and opened.</summary>
        private async Task<bool> ApproveAsync(LawWorld world, Proposal one, string content, string who, Caller by)
        {
            if (random.Next(6) > 0)
            {
                await world.TestAsync(one.Id);
                if ((await world.Desk.CurrentAsync()).Proposals[one.Id].Backtest is { } test)
                {
                    await world.Desk.ReadTestAsync(one.Id, test.Run, by);
                }
            }

            var made = await world.Desk.ApproveAsync(one.Id, content, by);
            if (made.IsDone)
            {
                model.Approved(one.Id, who, content);
            }
            else if (model.MayHaveWritten(one.Id, who) && made.Fault!.Code == "second-person")
            {
                seen.TriedOwn();
            }

            return made.IsDone;
        }

        private async Task<bool> PublishAsync(LawWorld world, string id, string content, Caller by)
        {
            var made = await world.Desk.PublishAsync(id, content, Day(world), by);
            if (made.IsDone)
            {
                model.Published(id, content);
            }

            return made.IsDone;
        }

        private async Task<bool> ReturnAsync(LawWorld world, string id, Caller by)
        {
            var made = await world.Desk.ReturnAsync(id, "no", by);
            if (made.IsDone)
            {
                model.Returned(id);
            }

            return made.IsDone;
        }

        /// <summary>The same once more, of the audit trail alone: who wrote, who approved, what was published.</summary>
        private static async Task<string?> OfTheRecordAsync(LawWorld world)
        {
            var writers = new HashSet<(string, string)>();
            var approved = new Dictionary<string, string>();
            foreach (var act in (await world.ActsAsync()).Select(each => each.Act))
            {
                var (said, of) = (JsonNode.Parse(act.Body is { Length: > 0 } body ? body : "{}")!, act.Target);
                switch (act.What)
                {
                    case "law-drafted" or "law-proposed":
                        writers.Add((of, act.Actor));
                        approved = act.What == "law-drafted" ? new(approved.Where(each => each.Key != of)) : approved;
                        break;
                    case "law-approved" when writers.Contains((of, act.Actor)):
                        return $"{act.Actor} approved {of} and wrote of it";
                    case "law-approved":
                        approved[of] = (string)said["content"]!;
                        break;
                    case "law-returned":
                        approved.Remove(of);
                        break;
                    case "law-published" when approved.GetValueOrDefault(of) != (string)said["content"]!:
                        return $"{of} was published, and what was approved is another";
                }
            }

            var publications = (await world.Desk.CurrentAsync()).Former.Select(each => $"publication:{each.Id}").ToHashSet();
            return (await world.CausesAsync()).FirstOrDefault(each => each.StartsWith("publication:", StringComparison.Ordinal)
                && !publications.Contains(each)) is { } unknown ? $"the ledger names {unknown}, which was never in force" : null;
        }
    }
}
