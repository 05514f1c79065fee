using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// Hears of judgements while the scene still shows what they saw; explanations are made of it. A
/// listener never changes what it sees.
/// </summary>
public interface IJudgementListener
{
    /// <summary>Hears of every condition and lookup too; null: not wanted.</summary>
    ICoverageListener? Watch => null;

    /// <summary>Whether it hears of rules that cannot hold for an event, too.</summary>
    bool HearsMisses => true;

    /// <summary>An event is taken in; <paramref name="pack"/> is null where no version covers it.</summary>
    void Took(Happening happening, RulePack? pack);

    /// <summary>
    /// A points rule met the scene's event; <paramref name="made"/> is null where it did not hold.
    /// </summary>
    void Judged(PointsRule rule, RulePack pack, Scene scene, bool hit, Entry? made);

    /// <summary>A points rule that the scene's event met made entries lapse on the scene's day.</summary>
    void Cleared(IReadOnlyList<Entry> entries, PointsRule rule, Scene scene)
    {
    }

    /// <summary>An entry that was cleared counts again from the scene's day on.</summary>
    void Restored(Entry entry, Scene scene)
    {
    }

    /// <summary>The term of an entry ended and it goes on with another.</summary>
    void Renewed(Entry entry)
    {
    }

    /// <summary>
    /// A points rule of a later version holds for the scene's event, which is from before it; the scene shows
    /// the day as of which it was asked.
    /// </summary>
    void WouldHold(PointsRule rule, RulePack later, Scene scene)
    {
    }

    /// <summary>Two versions were weighed: one judges the event from the scene's day on.</summary>
    void Weighed(Weighing weighing, Scene scene)
    {
    }

    /// <summary>An event brought about a duty.</summary>
    void Arose(Duty duty, DutyRule rule, RulePack pack, Scene scene)
    {
    }

    /// <summary>
    /// A duty is still open on the standing's day; the scene's event is what brought it about.
    /// </summary>
    void Awaited(Duty duty, DutyRule rule, Scene scene)
    {
    }

    /// <summary>A duty that was missed is done by the standing's day all the same.</summary>
    void DoneLate(Duty duty)
    {
    }

    /// <summary>A limit set off an action.</summary>
    void Stepped(RunningStep step, StepRule rule, RulePack pack, Scene scene)
    {
    }

    /// <summary>A rule of the factors role met the subject on the standing's day.</summary>
    void Attributed(PointsRule rule, RulePack pack, Scene scene, bool hit)
    {
    }

    /// <summary>A request for repair was judged by a rule of the repair role.</summary>
    void Requested(RepairRule rule, RulePack pack, Scene scene, bool granted);

    /// <summary>A named value was reckoned on the standing's day.</summary>
    void Reckoned(NamedValue named, Scene scene);

    /// <summary>A rung of the ladder was tried on the scene's day.</summary>
    void Tried(TierRule rule, RulePack pack, Scene scene, bool hit);

    /// <summary>A rule of the frequency role was tried for the standing.</summary>
    void Tried(FrequencyRule rule, RulePack pack, Scene scene, bool hit);
}
