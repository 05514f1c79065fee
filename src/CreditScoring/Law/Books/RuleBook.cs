using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Calendars;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Books;

/// <summary>One regime: its versions by the day from which each is in force, earliest first.</summary>
public sealed class Regime(string name, IReadOnlyList<RulePack> versions, EventCatalogue catalogue)
{
    private readonly Lazy<Attention> attention = new(() => new Attention(versions));

    /// <summary>The kinds of events that the walk raises.</summary>
    public RaisedKinds Raised { get; } = new(catalogue);

    public string Name { get; } = name;

    public IReadOnlyList<RulePack> Versions { get; } = versions;

    /// <summary>What the catalogue says of the kind of a subject; null: it has no such kind.</summary>
    public SubjectKind? SubjectKind(Subject subject) => catalogue.SubjectKind(subject.Kind);

    /// <summary>Whether one of its versions still lacks what a bureau has to fill in.</summary>
    public bool IsTemplate => Versions.Any(pack => pack.Manifest.Status == PackStatus.Template);

    /// <summary>Whether a rule of one of its versions brings back what was cleared.</summary>
    public bool Restores { get; } = versions.Any(pack => pack.Points.Any(rule => rule.Restores is not null));

    /// <summary>Whether one of its versions judges what happened before it was in force.</summary>
    public bool LooksBack { get; } = versions.Any(pack => pack.Manifest.Transition != Transition.Old);

    /// <summary>
    /// Whether an event of a kind can make a difference here: a rule judges it, or a text looks at such
    /// events of the file.
    /// </summary>
    public bool Heeds(EventKind kind) => attention.Value.Heeds(kind);

    /// <summary>The version in force on a day; null: none is.</summary>
    public RulePack? On(DateOnly day)
    {
        for (var i = Versions.Count - 1; i >= 0; i--)
        {
            if (Versions[i].Manifest.InForceFrom <= day)
            {
                return Versions[i].InForceOn(day) ? Versions[i] : null;
            }
        }

        return null;
    }

    /// <summary>Whether its first version was in force on a day or before it.</summary>
    public bool BegunBy(DateOnly day) => Versions.Any(pack => pack.Manifest.InForceFrom <= day);

    /// <summary>The next day on which another version, or none, is in force; MaxValue: no such day.</summary>
    public DateOnly TurnAfter(DateOnly day)
    {
        var next = DateOnly.MaxValue;
        for (var i = 0; i < Versions.Count; i++)
        {
            next = Nearer(Versions[i].Manifest.InForceFrom);
            next = Versions[i].Manifest.RepealedFrom is { } repealed ? Nearer(repealed) : next;
        }

        return next;

        DateOnly Nearer(DateOnly turn) => turn > day && turn < next ? turn : next;
    }

    /// <summary>Whether subjects of this kind stand in the regime, in any of its versions.</summary>
    public bool Concerns(Subject subject)
    {
        foreach (var pack in Versions)
        {
            if (pack.Manifest.Subjects.Contains(subject.Kind))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The second engine that judges beside; null: none does.</summary>
    public Seconding.Seconding? Seconding { get; init; }

    /// <summary>Places that named values take in a scene's memory.</summary>
    public int Slots { get; } = versions.Max(pack => pack.Slots);
}

/// <summary>
/// All rules in force and to come: packs by regime and day, and the catalogue and the calendar that
/// they read.
/// </summary>
public sealed class RuleBook(
    EventCatalogue catalogue, WorkingDays workingDays, IReadOnlyList<Regime> regimes, string hash)
{
    public EventCatalogue Catalogue { get; } = catalogue;

    public WorkingDays WorkingDays { get; } = workingDays;

    /// <summary>
    /// The regimes that judge, by name. A template is not one of them: its numbers are a bureau's to
    /// fill in, and until then it judges nobody.
    /// </summary>
    public IReadOnlyList<Regime> Regimes { get; } = [.. regimes.Where(regime => !regime.IsTemplate)];

    /// <summary>The second engine that judges beside; null: none does. Not a part of the hash.</summary>
    public Seconding.Seconding? Seconding { get; init; }

    /// <summary>
    /// The id of the publication that put it in force; null: that is not known. Not a part of the hash.
    /// </summary>
    public string? Publication { get; private init; }

    /// <summary>The same as a publication put it in force.</summary>
    public RuleBook Under(string publication) => new(Catalogue, WorkingDays, regimes, Hash)
    {
        Seconding = Seconding, Publication = publication,
    };

    /// <summary>The same with some of its regimes alone.</summary>
    public RuleBook Only(Func<Regime, bool> which) => new(
        Catalogue, WorkingDays, [.. regimes.Where(which)], Hash) { Seconding = Seconding };

    /// <summary>By which engines it judges: every stored standing names it beside the hash.</summary>
    public Seconding.JudgingMode Mode => Seconding?.Mode ?? default;

    /// <summary>SHA-256 of all that can change an outcome; every stored standing names it.</summary>
    public string Hash { get; } = hash;

    /// <summary>By what files that it judges are judged.</summary>
    public Basis Basis => new(Hash, $"{Mode}");

    /// <summary>
    /// The regime of a pack's folder, templates included, so that their cases can be tried.
    /// </summary>
    public Regime? OfFolder(string folder) => regimes.FirstOrDefault(
        regime => folder.StartsWith(regime.Name + "/", StringComparison.Ordinal));
}
