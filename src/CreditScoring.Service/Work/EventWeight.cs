using System.Collections;
using CreditScoring.Events;

namespace CreditScoring.Service.Work;

/// <summary>
/// What an event takes in memory, in usual events (about 1 KB): few are longer, but one may name a
/// thousand subjects and hold a thousand texts.
/// </summary>
internal static class EventWeight
{
    private const int Usual = 1024;

    public static int Of(RegulatoryEvent each) =>
        1 + (int)((Octets(each.Values) + (100L * each.Subjects.Count)) / Usual);

    private static long Octets(object? value) => value switch
    {
        string text => 2L * text.Length,
        IEnumerable several => several.Cast<object?>().Sum(Octets),
        _ => 0,
    };
}
