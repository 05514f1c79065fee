using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>Makes of a points rule's hit the entry that its properties say.</summary>
internal static class EntryMaker
{
    /// <summary>Judges the scene's event by every rule that can meet it.</summary>
    /// <param name="register">The entries of before it.</param>
    public static Outcome Judge(
        RulePack pack, Scene scene, IJudgementListener? listener, EntryBook register)
    {
        var outcome = new Outcome(register);
        var kind = scene.Happened!.Kind;

        // Whoever listens hears of every rule of the kind, also of those that cannot hold.
        foreach (var rule in listener is { HearsMisses: true }
            ? pack.PointsFor.Of(kind) : pack.PointsFor.Of(scene.Happened))
        {
            Points(rule, pack, scene, listener, outcome);
        }

        foreach (var rule in pack.DutiesFor.Of(kind))
        {
            if (rule.Condition.Holds(scene))
            {
                var duty = DutyOf(rule, scene);
                listener?.Arose(duty, rule, pack, scene);
                outcome.Owe(new DutyInForce(duty, rule));
            }
        }

        var meets = kind == RaisedKinds.RepairRequest && Grants(pack, scene, listener);
        outcome.Granted = pack.Manifest.RepairTakesEffect == RepairEffect.OnDecision
            ? Decides(pack, scene) : meets;
        return outcome;
    }

    /// <summary>An entry whose term ends, with its new term if it carries over.</summary>
    public static Entry? Renewed(EntryInTerm held, Scene scene, DateOnly day, IJudgementListener? listener)
    {
        var carriesOver = held.Rule.CarriesOver ?? held.Pack.CarriesOver;
        scene.Renew(held.Entry, day);
        if (carriesOver is null || !carriesOver.Evaluate(scene))
        {
            return null;
        }

        var renewed = held.Entry with
        {
            LapsesOn = (held.Rule.LapsesOn ?? held.Pack.LapsesOn)?.Evaluate(scene),
        };
        listener?.Renewed(renewed);
        return renewed;
    }

    /// <summary>
    /// The entries alone that another version would make of the scene's event; nobody hears of it.
    /// </summary>
    public static IReadOnlyList<EntryInTerm> WouldMake(RulePack pack, Scene scene) => !pack.AppliesIn(scene)
        ? []
        : [.. pack.PointsFor.Of(scene.Happened!)
            .Where(rule => rule.Points is not null && rule.Condition.Holds(scene))
            .Select(rule => new EntryInTerm(Make(rule, pack, scene), rule, pack))];

    /// <summary>
    /// A duty and its window. A day beyond the calendar stops nothing that does not need it: it is told as
    /// unknown, with the reason, and with the first day that it can be.
    /// </summary>
    private static Duty DutyOf(DutyRule rule, Scene scene)
    {
        var (opens, due) = (DayOf(rule.Opens, scene), DayOf(rule.Due, scene));
        return new Duty(
            rule.Name, rule.Of, scene.Happened!, opens.IsKnown ? opens.Known : null,
            due.IsKnown ? due.Known : null)
        {
            OpensUnknown = opens.Why, DueUnknown = due.Why,
        };
    }

    private static BoundedDay DayOf(Formula<DateOnly?>? formula, Scene scene)
    {
        try
        {
            return new BoundedDay(formula?.Evaluate(scene));
        }
        catch (CannotBeJudged why) when (why.NotBefore is not null)
        {
            return BoundedDay.Later(why);
        }
    }

    /// <summary>
    /// Whether the scene's event is a decision that grants a request which concerns the pack.
    /// </summary>
    private static bool Decides(RulePack pack, Scene scene)
    {
        if (scene.Happened is not
            { Kind: RaisedKinds.RepairDecision, ActsOn: { Kind: RaisedKinds.RepairRequest } request } decision
            || !RaisedKinds.Grants(decision))
        {
            return false;
        }

        scene.Meet(request);
        var concerns = pack.Repair.Any(rule => Concerns(rule, scene));
        scene.Meet(decision);
        return concerns;
    }

    private static bool Concerns(RepairRule rule, Scene scene) => rule.Concerns?.Evaluate(scene) ?? true;

    /// <summary>Whether the scene's request for repair meets all conditions of one rule.</summary>
    /// <param name="assumed">Conditions that are taken to be met, by their names.</param>
    public static bool Grants(
        RulePack pack, Scene scene, IJudgementListener? listener,
        IReadOnlyCollection<string>? assumed = null)
    {
        foreach (var rule in pack.Repair.Where(rule => Concerns(rule, scene)))
        {
            var granted = rule.Condition.Assuming(assumed ?? []).Holds(scene);
            listener?.Requested(rule, pack, scene, granted);
            if (granted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The entries of static attributes that stand on the scene's day.</summary>
    public static IReadOnlyList<Entry> Factors(
        RulePack? pack, Scene scene, IJudgementListener? listener = null)
    {
        var entries = new List<Entry>();
        foreach (var rule in pack?.Factors ?? [])
        {
            var holds = rule.Condition.Holds(scene);
            if (holds && rule.Points is { } points)
            {
                entries.Add(
                    new Entry(RaisedKinds.OfTheSubject, rule.Name, PointsOf(rule, points, scene), scene.Day)
                {
                    Citation = rule.Citation,
                    Pack = pack!.Version,
                });
            }

            listener?.Attributed(rule, pack!, scene, holds);
        }

        return entries;
    }

    private static void Points(
        PointsRule rule, RulePack pack, Scene scene, IJudgementListener? listener, Outcome outcome)
    {
        if (!rule.Condition.Holds(scene))
        {
            listener?.Judged(rule, pack, scene, false, null);
            return;
        }

        var entry = rule.Points is null ? null : Make(rule, pack, scene);
        listener?.Judged(rule, pack, scene, true, entry);
        if (entry is not null)
        {
            outcome.Make(new EntryInTerm(entry, rule, pack));
        }

        Clear(rule, scene, listener, outcome);
        Restore(rule, scene, listener, outcome);
    }

    /// <summary>
    /// What a graver one beats is asked about as well: else it would count again as soon as that is cleared.
    /// </summary>
    private static void Clear(
        PointsRule rule, Scene scene, IJudgementListener? listener, Outcome outcome)
    {
        if (rule.Clears is not { } formula)
        {
            return;
        }

        var counting = scene.Entries;
        scene.ShowEntries(outcome.Clearable(scene.Day));
        var clears = formula.Evaluate(scene);
        scene.ShowEntries(counting);
        listener?.Cleared(clears, rule, scene);
        outcome.Clear(clears);
    }

    private static void Restore(
        PointsRule rule, Scene scene, IJudgementListener? listener, Outcome outcome)
    {
        if (rule.Restores is not { } restores)
        {
            return;
        }

        foreach (var held in outcome.Gone)
        {
            scene.Ask(held.Entry);
            if (restores.Evaluate(scene))
            {
                listener?.Restored(held.Entry, scene);
                outcome.Restore(held);
            }
        }
    }

    private static Entry Make(PointsRule rule, RulePack pack, Scene scene)
    {
        var points = PointsOf(rule, rule.Points!, scene);
        var from = rule.From?.Evaluate(scene) ?? scene.Happened!.From;
        scene.ReckonFrom(from);
        return new Entry(scene.Happened!, rule.Name, points, from)
        {
            LapsesOn = rule.LapsesOn is { } own ? own.Evaluate(scene) : pack.LapsesOn?.Evaluate(scene),
            Group = KeyOf(rule.Group?.EvaluateAny(scene)),
            Citation = rule.Citation,
            Pack = pack.Version,
        };
    }

    /// <exception cref="CannotBeJudged">They are missing: a hit is never worth nothing by
    /// silence.</exception>
    private static Points PointsOf(PointsRule rule, Formula<decimal?> points, Scene scene) =>
        new(points.Evaluate(scene) ?? throw new CannotBeJudged(
            points.Source.At(0),
            new Wording($"规则 {rule.Name} 得不出记分", $"the rule {rule.Name} gives no points")));

    private static string? KeyOf(object? key) => key switch
    {
        null => null,
        Happening happening => happening.Event.Id.ToString(),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{key}"),
    };
}
