using System.Runtime.CompilerServices;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// The events of one file as every regime finds them: mended, each after the one that it acts on. Which
/// day one counts from is a regime's to say (<see cref="LawDayOrder"/>); regimes that say it in the same
/// words share the answer, and the event as rules then see it. Not safe for several threads.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="known">Law days that the file's events were given before.</param>
public sealed class Docket(CreditFile file, KnownLawDays? known = null)
{
    private readonly Lazy<IReadOnlyList<DocketEvent>> events = new(() => DocketEvents.Of(file));
    private readonly Dictionary<Meeting, Happening> met = [];
    private readonly Dictionary<Asked, DateOnly> days = [];
    private readonly KnownLawDays lawDays = known ?? new KnownLawDays();

    public CreditFile File => file;

    /// <summary>Those that stand.</summary>
    internal IReadOnlyList<DocketEvent> Events => events.Value;

    /// <summary>An event as rules see it: the same object for whoever counts it alike.</summary>
    /// <param name="from">Its law day; default: it is not known yet.</param>
    /// <param name="target">What it acts on; null: nothing that stands in this file.</param>
    internal Happening Meet(RegulatoryEvent each, DateOnly from, Happening? target, bool targetAnnulled)
    {
        var meeting = new Meeting(each, from, target, targetAnnulled);
        if (!met.TryGetValue(meeting, out var happening))
        {
            happening = new Happening(each, from)
            {
                Role = RoleOf(each, file.Subject),
                ActsOn = target,
                TargetAnnulled = targetAnnulled,
            };
            met.Add(meeting, happening);
        }

        return happening;
    }

    /// <summary>The day that a pack's words give an event by itself.</summary>
    /// <param name="scene">Has met the event.</param>
    /// <exception cref="CannotBeJudged">They give none.</exception>
    internal DateOnly Day(Formula<DateOnly?> words, Scene scene)
    {
        var happening = scene.Happened!;
        var asked = new Asked(happening, words.Source.Text);
        var shared = ReadsTheEventAlone(words);
        var alone = shared && happening is { ActsOn: null, TargetAnnulled: false };
        if (shared && (alone ? lawDays.Find(happening.Event, words.Source.Text, out var day)
            : days.TryGetValue(asked, out day)))
        {
            return day;
        }

        day = words.Evaluate(scene) ?? throw new CannotBeJudged(
            words.Source.At(0),
            new Documents.Wording(
                $"事件 {happening.Event.Id} 得不出日期", $"no day comes out for the event {happening.Event.Id}"));
        if (alone)
        {
            lawDays.Keep(happening.Event, words.Source.Text, day);
        }
        else if (shared)
        {
            days.Add(asked, day);
        }

        return day;
    }

    /// <summary>
    /// Whether the same words mean the same in every pack: a calendar or a table is a pack's own.
    /// </summary>
    private static bool ReadsTheEventAlone(Formula words) =>
        !words.CallsFunctions && words.ReadsTheEventAlone;

    private static string? RoleOf(RegulatoryEvent each, Subject subject)
    {
        foreach (var named in each.Subjects)
        {
            if (named.Subject == subject)
            {
                return named.Role;
            }
        }

        return null;
    }

    /// <summary>By the objects themselves: an event of another law day is another target.</summary>
    private readonly record struct Meeting(
        RegulatoryEvent Event, DateOnly From, Happening? Target, bool TargetAnnulled)
    {
        public bool Equals(Meeting other) =>
            ReferenceEquals(Event, other.Event) && From == other.From
            && ReferenceEquals(Target, other.Target) && TargetAnnulled == other.TargetAnnulled;

        public override int GetHashCode() => HashCode.Combine(
            RuntimeHelpers.GetHashCode(Event), From, RuntimeHelpers.GetHashCode(Target));
    }

    private readonly record struct Asked(Happening Happening, string Words)
    {
        public bool Equals(Asked other) =>
            ReferenceEquals(Happening, other.Happening) && Words == other.Words;

        public override int GetHashCode() =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(Happening), Words.Length);
    }
}
