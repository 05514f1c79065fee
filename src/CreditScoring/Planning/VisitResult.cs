using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Calendars;
using CreditScoring.Law.Language;

namespace CreditScoring.Planning;

/// <summary>Where results of visits stand in their events, and how soon they are made public (一公开).</summary>
/// <param name="Outcome">The field that says what was found.</param>
/// <param name="Published">The field that says when that was made public.</param>
/// <param name="Within">Working days from the visit to the publication.</param>
public sealed record ResultTerms(string Outcome, string Published, int Within);

/// <summary>How it stands with a visit that a draw asks for.</summary>
public enum VisitState
{
    /// <summary>It is to be made, and its days are not over.</summary>
    Awaited,

    /// <summary>It was not made on any of its days.</summary>
    Late,

    /// <summary>It was made, and its result is to be made public.</summary>
    Unpublished,

    /// <summary>The last day for making its result public is over.</summary>
    PublicationLate,

    /// <summary>Its result is public.</summary>
    Published,
}

/// <summary>What came of a visit that a draw asks for (抽查检查结果).</summary>
/// <param name="VisitedOn">Null: it was not made.</param>
/// <param name="Outcome">In the word of the event; null: none is said.</param>
/// <param name="PublishedOn">Null: it is not public.</param>
/// <param name="PublishBy">
/// The last day for making it public; null: nothing is to be made public yet, or no calendar has that day.
/// </param>
public sealed record VisitResult(
    DateOnly? VisitedOn, string? Outcome, DateOnly? PublishedOn, DateOnly? PublishBy)
{
    public static readonly VisitResult None = new(null, null, null, null);

    /// <summary>The outcome as the catalogue calls it; null: none is said, or it calls it nothing.</summary>
    public Wording? Title { get; init; }

    /// <param name="events">Of the subject's file.</param>
    /// <param name="profile">Which events are visits, and where their results stand.</param>
    /// <param name="from">The first day on which a visit is the one that the draw asks for.</param>
    public static VisitResult Of(
        IReadOnlyList<RegulatoryEvent> events, PlanProfile profile, DateOnly from, WorkingDays days) =>
        AllOf(events, profile, from, days).FirstOrDefault() ?? None;

    /// <summary>
    /// The same of each visit since, the earliest first; none where the profile does not say what a result
    /// is.
    /// </summary>
    public static IEnumerable<VisitResult> AllOf(
        IReadOnlyList<RegulatoryEvent> events, PlanProfile profile, DateOnly from, WorkingDays days) =>
        profile.Results is not { } terms ? [] : Mending.Settle(events)
            .Where(each => CreditFile.Dated(each) >= from
                && profile.Visits.Any(pattern => pattern.Fits(each)))
            .Order(EventOrder.Dated).Select(visit => new VisitResult(
                CreditFile.Dated(visit), visit[terms.Outcome] as string,
                visit[terms.Published] as DateOnly?, LastDay(CreditFile.Dated(visit), terms.Within, days))
            {
                Title = TitleOf(visit, terms.Outcome),
            });

    /// <param name="day">Today.</param>
    /// <param name="until">The last day of the visits; null: none is set.</param>
    public VisitState StateOn(DateOnly day, DateOnly? until) =>
        VisitedOn is null ? day > until ? VisitState.Late : VisitState.Awaited
        : PublishedOn is not null ? VisitState.Published
        : day > PublishBy ? VisitState.PublicationLate : VisitState.Unpublished;

    private static Wording? TitleOf(RegulatoryEvent visit, string field) =>
        visit[field] is string text && visit.Kind.Fields[visit.Kind.PlaceOf(field)].Titles
            .TryGetValue(text, out var title) ? title : null;

    private static DateOnly? LastDay(DateOnly visited, int within, WorkingDays days) =>
        days.Add(visited, within) is { IsKnown: true } last ? last.Known : null;
}
