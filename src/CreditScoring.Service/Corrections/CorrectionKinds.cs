using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Service.Corrections;

/// <summary>Which corrections an event can have, and what each has to say.</summary>
public static class CorrectionKinds
{
    /// <summary>
    /// The mending kinds that the catalogue offers for an event. What annuls or amends works from the
    /// beginning and is itself annulled and amended only.
    /// </summary>
    public static IReadOnlyList<EventKind> For(
        EventCatalogue catalogue, RegulatoryEvent target, IReadOnlyList<RegulatoryEvent> file) =>
    [
        .. catalogue.Kinds.Where(kind => kind is { Mends: true, MayBeSent: true })
            .Where(kind => Works(kind) || (!Mending.IsSettled(target) && kind != target.Kind
                && (kind.OfferedFor?.Contains(target.Kind.Name) ?? !target.Kind.Mends)))
            .Where(kind => !kind.Amends || FieldsOf(kind, target, file).Count > 0)
            .OrderByDescending(Works),
    ];

    /// <summary>
    /// The fields that a correction may name: its own; of an amendment those of what it amends. Lists of
    /// records are left to the source's own program.
    /// </summary>
    public static IReadOnlyList<EventField> FieldsOf(
        EventKind kind, RegulatoryEvent target, IReadOnlyList<RegulatoryEvent> file) =>
    [
        .. (kind.Amends ? AmendedBy(target, file).Kind : kind).Fields
            .Where(field => field.Type != FieldType.Records),
    ];

    /// <summary>The event at the end of a chain of mending events; null: it is not in the file.</summary>
    public static RegulatoryEvent? RootOf(RegulatoryEvent each, IReadOnlyList<RegulatoryEvent> file) =>
        Along(each, file, of => of.Kind.Mends);

    /// <summary>As the file has it with its amendments taken in.</summary>
    public static RegulatoryEvent Present(RegulatoryEvent target, IReadOnlyList<RegulatoryEvent> file)
    {
        var amended = AmendedBy(target, file).Id;
        try
        {
            return Mending.Settle(file).FirstOrDefault(each => each.Id == amended) ?? target;
        }
        catch (CannotBeJudged)
        {
            // An amendment of the file takes away what must be there: that is what will be corrected.
            return target;
        }
    }

    /// <summary>An amendment of an amendment has the fields of what that one amends.</summary>
    private static RegulatoryEvent AmendedBy(RegulatoryEvent target, IReadOnlyList<RegulatoryEvent> file) =>
        Along(target, file, of => of.Kind.Amends) ?? target;

    private static RegulatoryEvent? Along(
        RegulatoryEvent each, IReadOnlyList<RegulatoryEvent> file, Func<RegulatoryEvent, bool> isPassed)
    {
        var seen = new HashSet<EventId>();
        var found = each;
        while (found is not null && isPassed(found))
        {
            // A ring of them has no end.
            found = seen.Add(found.Id) ? file.FirstOrDefault(other => other.Id == found.ActsOn) : null;
        }

        return found;
    }

    private static bool Works(EventKind kind) =>
        Mending.IsSettled(new RegulatoryEvent(default, kind, DateOnly.MinValue));
}
