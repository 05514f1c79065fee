using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Files;

/// <summary>
/// The credit file (信用档案) of one subject: the events that name it, and the mending events that act
/// on one of those. A set: the order of the list means nothing.
/// </summary>
public sealed record CreditFile(Subject Subject, IReadOnlyList<RegulatoryEvent> Events)
{
    /// <summary>The file as it would be if nobody knew of events dated after a day.</summary>
    public CreditFile UpTo(DateOnly day) =>
        this with { Events = [.. Events.Where(each => !(Dated(each) > day))] };

    /// <summary>The day by which an event can be known: the later of occurred and decided.</summary>
    public static DateOnly Dated(RegulatoryEvent each) =>
        each.DecidedOn > each.OccurredOn ? each.DecidedOn.Value : each.OccurredOn;
}
