using System.Runtime.CompilerServices;
using CreditScoring.Events;

namespace CreditScoring.Standings;

/// <summary>
/// The days that a pack's words gave the events of one file which act on no other: what reads the event alone
/// says the same of it again, however often the file is listed. Not safe for several threads.
/// </summary>
public sealed class KnownLawDays
{
    private readonly Dictionary<Asked, DateOnly> days = [];

    internal bool Find(RegulatoryEvent each, string words, out DateOnly day) =>
        days.TryGetValue(new Asked(each, words), out day);

    internal void Keep(RegulatoryEvent each, string words, DateOnly day) =>
        days[new Asked(each, words)] = day;

    /// <summary>By the object itself: an amended event is another.</summary>
    private readonly record struct Asked(RegulatoryEvent Event, string Words)
    {
        public bool Equals(Asked other) => ReferenceEquals(Event, other.Event) && Words == other.Words;

        public override int GetHashCode() =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(Event), Words.Length);
    }
}
