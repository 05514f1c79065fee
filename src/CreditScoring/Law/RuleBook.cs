using CreditScoring.Events;
using CreditScoring.Law.Packs;

namespace CreditScoring.Law;

/// <summary>One regime: its versions by the day from which each is in force, earliest first.</summary>
public sealed class Regime(string name, IReadOnlyList<RulePack> versions)
{
    public string Name { get; } = name;

    public IReadOnlyList<RulePack> Versions { get; } = versions;

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

    /// <summary>Days on which another version, or none, is in force than the day before.</summary>
    public IEnumerable<DateOnly> Turns => Versions
        .SelectMany(pack => (DateOnly?[])[pack.Manifest.InForceFrom, pack.Manifest.RepealedFrom])
        .OfType<DateOnly>().Distinct().Order();

    /// <summary>Places that named values take in a scene's memory.</summary>
    public int Slots => Versions.Max(pack => pack.Slots);
}

/// <summary>All rules in force and to come: packs by regime and day, and the catalogue they read.</summary>
public sealed class RuleBook(EventCatalogue catalogue, IReadOnlyList<Regime> regimes, string hash)
{
    public EventCatalogue Catalogue { get; } = catalogue;

    /// <summary>By name.</summary>
    public IReadOnlyList<Regime> Regimes { get; } = regimes;

    /// <summary>SHA-256 of all that can change an outcome; every stored standing names it.</summary>
    public string Hash { get; } = hash;
}
