using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Packs;
using CreditScoring.Ledger;

namespace CreditScoring.Standings;

/// <summary>Explains a standing by walking the file again with a witness.</summary>
public static class Explaining
{
    public static Explanation Of(CreditFile file, Regime regime, DateOnly on)
    {
        var standing = Judge.Of(file, regime, on).Standing;
        var witness = new Account();
        Register? register = null;
        var brokeOff = Hear(file, regime, on, witness, walk =>
        {
            walk.Testify(on);
            register = walk.State.Register;
        });
        var events = witness.Events(standing, register);
        var manifest = regime.On(on)?.Manifest;
        return new Explanation(standing)
        {
            Title = manifest?.Title ?? default,
            Manifest = manifest,
            RuleTitles = Titles(witness),
            Flaws = brokeOff is null || standing.Flaws.Contains(brokeOff) ? [] : [brokeOff],
            Events = events,
            Factors = witness.Factors,
            Duties = witness.Duties(standing),
            Steps = witness.Steps(standing),
            Measures = witness.Measures,
            Rungs = witness.Rungs,
            Frequency = witness.Frequency,
            Repairs = [.. witness.Answers().Select(answer => Foresight.WithFirstDay(answer, file, regime, on))],
            Outlook = Foresight.Of(file, regime, standing),
            Provisions = Provisions(regime, on, witness, events),
        };
    }

    /// <summary>What became of the requests for repair, without the days to come.</summary>
    public static IReadOnlyList<RepairAnswer> Repairs(CreditFile file, Regime regime, DateOnly on)
    {
        var witness = new Account();
        Hear(file, regime, on, witness, _ => { });
        return [.. witness.Answers()];
    }

    /// <summary>
    /// Why the subject does not stand in a tier: every rung that would give it, with the values of its
    /// conditions. Empty: the regime has no such tier.
    /// </summary>
    public static IReadOnlyList<RuleAccount> WhyNot(CreditFile file, Regime regime, DateOnly on, string tier)
    {
        var witness = new Account();
        Hear(file, regime, on, witness, walk => walk.TestifyOf(tier, on));
        return witness.Rungs;
    }

    /// <summary>Walks before the witness; the flaw at which the walk broke off, null: it came through.</summary>
    private static Flaw? Hear(
        CreditFile file, Regime regime, DateOnly on, Account witness, Action<Walk> testify)
    {
        try
        {
            var walk = new Walk(regime, file.Subject, Docket.Of(file, regime), witness: witness);
            walk.To(on);
            testify(walk);
            return null;
        }
        catch (CannotBeJudged why)
        {
            // What was judged up to there is still worth showing.
            return StandingFlaws.CannotJudge(why, on);
        }
    }

    private static Dictionary<string, Wording> Titles(Account witness)
    {
        var titles = new Dictionary<string, Wording>(StringComparer.Ordinal);
        foreach (var rule in witness.Rules)
        {
            if (rule.Title is { } title)
            {
                titles[rule.Rule] = title;
            }
        }

        return titles;
    }

    /// <summary>What the citations say: in the version of the day, else in the latest that knows them.</summary>
    private static Dictionary<string, Provision> Provisions(
        Regime regime, DateOnly on, Account witness, IReadOnlyList<EventAccount> events)
    {
        var packs = regime.Versions.Reverse().Where(pack => pack.Manifest.InForceFrom <= on).ToArray();
        var found = new Dictionary<string, Provision>(StringComparer.Ordinal);
        foreach (var citation in witness.Rules.Where(rule => rule.Holds).Select(rule => rule.Citation)
            .Concat(events.SelectMany(each => each.Entries).Select(entry => entry.Citation)).OfType<string>())
        {
            if (packs.Select(pack => pack.Law.Find(citation)).FirstOrDefault(found => found is not null) is { } provision)
            {
                found[citation] = provision;
            }
        }

        return found;
    }
}
