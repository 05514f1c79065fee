using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// What happened before a version was in force (新旧衔接): judged by the version of its day, by the later
/// one, or by the milder of both. Before the later one's first day nothing of it shows.
/// </summary>
/// <param name="regime">Whose versions judge.</param>
/// <param name="shown">The scene of the walk.</param>
/// <param name="listener">Hears of what is weighed; null: nobody.</param>
internal sealed class LookingBack(Regime regime, FileScene shown, IJudgementListener? listener)
{
    private static readonly IReadOnlyList<Hindsight> Nothing = [];

    private readonly Scene scene = shown.Scene;

    /// <summary>
    /// What later versions make of the scene's event, on what stands before it. One that is taken in late is
    /// weighed by the version in force that day, since that is when it is decided.
    /// </summary>
    /// <param name="made">Whether the version by which it was taken in made entries of it.</param>
    public IReadOnlyList<Hindsight> Foresee(OrderedEvent listed, FileState state, DateOnly day, bool made)
    {
        if (!regime.LooksBack || listed.Pack is not { } was)
        {
            return Nothing;
        }

        var found = new List<Hindsight>();
        foreach (var pack in regime.Versions.Where(each => each.Manifest.Transition != Transition.Old))
        {
            var first = pack.Manifest.InForceFrom;
            if (first > was.Manifest.InForceFrom && (first > day || pack == regime.On(day)))
            {
                found.Add(Asked(pack, was, state, day) with { Made = made });
            }
        }

        return found.FindAll(each => each.Made || each.Entries.Count > 0 || each.Why is not null);
    }

    /// <summary>It may have no answer for days before its first: it is asked as of that.</summary>
    private Hindsight Asked(RulePack pack, RulePack was, FileState state, DateOnly day)
    {
        var fact = scene.Happened!;
        var first = pack.Manifest.InForceFrom;
        scene.Face(first > day ? first : day, state.History.Before(day));
        try
        {
            var entries = EntryMaker.WouldMake(pack, scene);
            foreach (var each in listener is null ? [] : entries)
            {
                listener!.WouldHold(each.Rule, pack, scene);
            }

            return new Hindsight(fact, pack, was, entries, null);
        }
        catch (CannotBeJudged why)
        {
            return new Hindsight(fact, pack, was, [], why);
        }
        finally
        {
            scene.Face(day, state.History.Before(day));
        }
    }

    /// <summary>Weighs what is weighed today, and keeps what is for versions to come.</summary>
    public FileState Weigh(FileState state, IReadOnlyList<Hindsight> foreseen, DateOnly day)
    {
        foreach (var each in foreseen)
        {
            state = each.From <= day ? Weigh(state, each, day)
                : state with { Awaited = state.Awaited.Add(each) };
        }

        return state;
    }

    /// <summary>On the first day of a version, weighs what was taken in before it.</summary>
    public FileState AtTheTurnOf(FileState state, DateOnly day)
    {
        if (state.Awaited.Count == 0 || state.Awaited.All(each => each.From > day))
        {
            return state;
        }

        var left = state with
        {
            Awaited = SharedList<Hindsight>.Of(state.Awaited.Where(each => each.From > day)),
        };
        return state.Awaited.Where(each => each.From <= day)
            .Aggregate(left, (now, each) => Weigh(now, each, day));
    }

    /// <exception cref="CannotBeJudged">The later version has no answer: nobody knows which is
    /// milder.</exception>
    private FileState Weigh(FileState state, Hindsight later, DateOnly day)
    {
        var was = state.Register.HeldOf(later.Fact);
        if (later.Made && was.Count == 0)
        {
            // It has lapsed, or was cleared: a later version does not bring it back.
            return state;
        }

        if (later.Why is { } why)
        {
            throw why;
        }

        var instead = state.With(state.Register.Instead(later.Fact, later.Entries, day));
        var weighing = new Weighing(later, day, was, later.Entries)
        {
            Severity = later.By.Manifest.Transition == Transition.New ? Severities.Ordered
                : Weighing.Compare(was, later.Entries, day),
        };
        weighing = weighing.Severity is Severities.Milder or Severities.Same
            ? WithTiers(weighing, state, instead) : weighing;
        listener?.Weighed(weighing, scene);
        return weighing.TakesLater ? instead : state;
    }

    private Weighing WithTiers(Weighing weighing, FileState was, FileState becomes)
    {
        shown.Show(was);
        if (shown.PackOn(weighing.On) is not { } pack)
        {
            return weighing;
        }

        var tiers = weighing with { Tiers = (TierOf(was, pack), TierOf(becomes, pack)) };
        return tiers with { Severity = tiers.With(pack.Manifest.Tiers) };
    }

    /// <summary>The tier if this stood; null: there is no answer.</summary>
    private string? TierOf(FileState state, RulePack pack)
    {
        shown.Show(state);
        try
        {
            return TierJudge.Rule(pack, scene, state, null).Tier;
        }
        catch (CannotBeJudged)
        {
            return null;
        }
    }
}
