using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// Whether a subject stands in a regime on a day (适用范围), from what its profiles say: most regimes are for
/// others, and a walk that ends in "does not apply" tells nothing.
/// </summary>
internal static class Applicability
{
    /// <returns>
    /// False: it does not apply. True: it does, or only the walk can tell, such as why it cannot be judged.
    /// </returns>
    public static bool MayApply(Docket docket, Regime regime, DateOnly on)
    {
        if (regime.On(on) is not { } pack)
        {
            return true;
        }

        var subject = docket.File.Subject;
        if (!pack.Manifest.Subjects.Contains(subject.Kind))
        {
            return false;
        }

        try
        {
            return pack.AppliesTo is not { } condition || Holds(condition, docket, regime, on);
        }
        catch (CannotBeJudged)
        {
            return true;
        }
    }

    /// <summary>The condition reads the subject alone: profiles are all that it can ask for.</summary>
    private static bool Holds(Formula<bool> condition, Docket docket, Regime regime, DateOnly on)
    {
        var scene = new Scene(docket.File.Subject, 0)
        {
            AsksTwice = regime.Seconding?.Asks(docket.File.Subject, on) ?? false,
        };
        if (Profiles(docket, regime, on) is not { } profiles)
        {
            return true;
        }

        scene.Show(new WhatStands([], profiles, [], [], [], TierHistory.Empty));
        scene.Face(on, Night.BeforeTheFile);
        var holds = condition.Evaluate(scene);
        regime.Seconding?.Count(scene);
        return holds;
    }

    /// <summary>
    /// Those of the file that are taken in by the end of a day, in their order; null: one acts on another
    /// event, on which its law day may depend.
    /// </summary>
    private static List<Happening>? Profiles(Docket docket, Regime regime, DateOnly on)
    {
        var scene = LawDayOrder.SceneOf(docket.File, regime);
        var profiles = new List<OrderedEvent>();
        foreach (var (each, _, targetAnnulled) in docket.Events)
        {
            if (each.Kind.Name == SubjectView.ProfileKind)
            {
                if (each.ActsOn is not null)
                {
                    return null;
                }

                profiles.Add(LawDayOrder.Dated(docket, each, null, targetAnnulled, regime, scene));
            }
        }

        regime.Seconding?.Count(scene);
        profiles.RemoveAll(each => each.Happening.From > on);
        profiles.Sort(LawDayOrder.Order);
        return profiles.ConvertAll(each => each.Happening);
    }
}
