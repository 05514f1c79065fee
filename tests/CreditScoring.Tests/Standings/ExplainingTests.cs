using System.Globalization;
using CreditScoring.Events;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>
/// An explanation is made of the same judgements as the standing: it stands where the fold stands, and
/// lacks nothing that the standing has.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class ExplainingTests
{
    [Test]
    public void An_explanation_lacks_nothing_with_the_default_pack() =>
        Tries.Holds(_ => World.Shipped, (world, history, random) => Explained(world, history, random, why => why));

    [Test]
    public void An_explanation_lacks_nothing_with_random_packs() =>
        Tries.Holds(SmallWorlds.Of, (world, history, random) => Explained(world, history, random, why => why));

    private static readonly TestCaseData[] Lacking =
    [
        Lacks("rungs", why => why with { Rungs = [] }),
        Lacks("measures", why => why with { Measures = [] }),
        Lacks("duties", why => why with { Duties = [] }),
        Lacks("steps", why => why with { Steps = [] }),
        Lacks("factors", why => why with { Factors = [] }),
        Lacks("frequency", why => why with { Frequency = [] }),
        Lacks("events", why => why with { Events = [] }),
        Lacks("repairs", why => why with { Repairs = [] }),
    ];

    [TestCaseSource(nameof(Lacking))]
    public void An_explanation_that_lacks_a_section_is_noticed(Func<Explanation, Explanation> lacking) =>
        Tries.Fails(SmallWorlds.Of, (world, history, random) => Explained(world, history, random, lacking));

    private static TestCaseData Lacks(string section, Func<Explanation, Explanation> lacking) =>
        new TestCaseData(lacking).SetArgDisplayNames(section);

    private static string? Explained(
        World world, IReadOnlyList<RegulatoryEvent> history, Random random, Func<Explanation, Explanation> kept) =>
        Answers.FirstOf(world.SomeDays(random, 2).Select(day =>
        {
            var file = history.File().UpTo(day);
            var why = kept(Explaining.Of(file, world.Regime, day));
            return Answers.Difference($"on {day:o}", world.Judged(file, day), why.Standing.Text())
                ?? (Missing(why) is { } missing ? $"on {day:o}: {missing}\n{why.Standing.Text()}" : null);
        }));

    private static string? Missing(Explanation why) => why.Standing.Tier is null
        ? (why.Standing.Flaws.Count == 0 ? "no flaw" : null)
        : Answers.FirstOf(
        [
            why.Flaws.Count > 0 ? $"broke off: {why.Flaws[0]}" : null,
            why.Rungs.Any(rung => rung.Rule == why.Standing.TierRule && rung.Holds) ? null : "no rung",
            Answers.Difference("measures", Measures(why.Standing), Readings(why.Measures)),
            Answers.FirstOf(why.Standing.Entries.Select(entry => Entry(why, entry))),
            Answers.Difference("duties", Duties(why.Standing), Duties(why)),
            Answers.Difference("steps", Steps(why.Standing), Steps(why)),
            why.Standing.Frequency is { } frequency ? Frequency(why, frequency) : null,
            Answers.FirstOf(why.Events.Select(each => Repair(why, each))),
        ]);

    private static string? Entry(Explanation why, Entry entry) =>
        entry.Happened == RaisedKinds.OfTheSubject
            ? (why.Factors.Any(rule => rule.Rule == entry.Rule && rule.Holds) ? null : $"no factor {entry.Rule}")
            : why.Events.Any(each => each.Entries.Any(made => made.Entry.Id == entry.Id)
                && each.Rules.Any(rule => rule.Rule == entry.Rule && rule.Answer == true)) ? null : $"no {entry.Id}";

    private static string Measures(Standing standing) =>
        string.Join(", ", standing.Measures.Select(each => $"{each.Name} = {Shown(each.Value)}"));

    private static string Readings(IEnumerable<KeyValuePair<string, CreditScoring.Law.Language.Reading>> readings) =>
        string.Join(", ", readings.Select(each => $"{each.Key} = {Shown(each.Value.Value)}"));

    private static string Duties(Standing standing) => string.Join(", ", standing.Duties.Select(
        duty => $"{duty.Name} {Shown(duty.BoundedDue.IsKnown ? duty.Due : duty.BoundedDue)} {duty.State}"));

    private static string Duties(Explanation why) => string.Join(", ", why.Duties.Select(account =>
        $"{(account.Rule.Answer == true ? account.Rule.Rule : "?")} {Shown(account.Result("due"))} {account.Duty.State}"));

    private static string Steps(Standing standing) =>
        string.Join(", ", standing.Steps.Select(step => step.Step));

    private static string Steps(Explanation why) => string.Join(", ", why.Steps.Select(
        each => each.Rule is null || each.Rule.Answer == true ? each.Step.Step : "?"));

    private static string? Frequency(Explanation why, Frequency frequency) => Answers.FirstOf(
        FrequencyField.All.Where(field => !field.IsWritten)
            .Select(field => Property(why, field.Name, frequency[field])));

    private static string? Property(Explanation why, string name, object? value) => Answers.Difference(
        name, Shown(value),
        Shown(why.Frequency.SelectMany(rule => rule.Results).FirstOrDefault(result => result.Key == name).Value?.Value));

    /// <summary>Every request that a rule judged has an answer that its conditions bear out.</summary>
    private static string? Repair(Explanation why, EventAccount account)
    {
        if (account.Happening.Kind == "repair-decision")
        {
            return null; // told with its request
        }

        var granted = why.Events.Select(each => each.Happening)
            .Where(each => each.Kind == "repair-decision" && each.ActsOn == account.Happening)
            .Append(account.Happening)
            .Any(cause => why.Events.Any(each => each.Happening.Event.Id.Id == $"{cause.Event.Id}:repaired"));
        var answers = why.Repairs.Where(each => each.Request == account.Happening).ToArray();
        return answers.Any(each => each.Granted == true) != granted ? $"{account.Happening}: no answer"
            : answers.Any(each => !each.MeetsConditions && each.Conditions.All(condition => condition.Account.Answer == true))
                ? $"{account.Happening}: refused for nothing" : null;
    }

    private static string Shown(object? value) => value switch
    {
        null => "none",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}

file static class AccountReading
{
    public static object? Result(this DutyAccount account, string name) =>
        account.Rule.Results.FirstOrDefault(result => result.Key == name).Value?.Value;
}
