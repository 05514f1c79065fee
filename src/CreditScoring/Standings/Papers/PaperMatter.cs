using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings.Papers;

/// <summary>What the fields of a paper are filled from.</summary>
internal sealed record PaperMatter(Explanation Explained, string? PartyName, PaperTemplate Template)
{
    /// <summary>The entry that is told of; null: none in particular.</summary>
    public Entry? Entry { get; init; }

    public DutyAccount? Duty { get; init; }

    public StepAccount? Step { get; init; }

    /// <summary>One of the events that led to what the party has to do; null: none in particular.</summary>
    public Happening? Past { get; init; }

    public (PartyRight Right, DateOnly? Last)? Right { get; init; }

    public RepairAnswer? Request { get; init; }

    public RepairCondition? Reason { get; init; }

    /// <summary>Finds <see cref="Prospect"/> by a walk over the file, when somebody asks.</summary>
    public Lazy<RepairProspect>? Foreseen { get; init; }

    /// <summary>When a request for repair of the entry would be granted.</summary>
    public RepairProspect Prospect => Foreseen?.Value ?? RepairProspect.Unknown;

    /// <summary>
    /// Whether the entry is what is to come of its event, so that its days are not known yet.
    /// </summary>
    public bool IsForeseen { get; init; }

    /// <summary>
    /// Whether all terms have passed, so that a request waits for nothing but what was taken to be met. The
    /// first day is none then: on it the party could not have asked.
    /// </summary>
    public bool OnlyAssumptionIsLeft =>
        !IsForeseen && Prospect is { HangsOnAssumption: true, First: { } first } && first <= Standing.On;

    /// <summary>Whether the entry leaves open what only the authority can say.</summary>
    public bool IsUndecided => Entry is { } entry && Template.Undecided.Any(each => each.Name == entry.Rule);

    /// <summary>
    /// The first standing to come that is better, and by which nothing that is open now is still so: what
    /// may have ended long before is no day to be told. Null: there is none that is known.
    /// </summary>
    public Standing? Better => Explained.Outlook.Better is { } better
        && !better.Entries.Any(entry => (this with { Entry = entry }).IsUndecided) ? better : null;

    /// <summary>
    /// The day from which the entry counts again, since the grant that had cleared it was taken back; null:
    /// it was never cleared, not even by a grant that was taken back.
    /// </summary>
    public DateOnly? Restored => Entry is null ? null : Explained.Events.SelectMany(each => each.Entries)
        .FirstOrDefault(each => each.Entry.Id == Entry.Id)?.RestoredOn;

    /// <summary>The authority's own act that the paper puts in writing; null: there is none.</summary>
    public Happening? Deed => Template.Kind switch
    {
        PaperKind.RepairGranted or PaperKind.RepairRefused => Request?.Decision,
        PaperKind.RequestNotTaken => Request?.TurnedAway,
        PaperKind.RepairTakenBack => Request?.TakenBack,
        _ => null,
    };

    /// <summary>
    /// Whether the record denies what the paper would certify: a grant of what does not meet the conditions.
    /// </summary>
    public bool IsDenied =>
        Template.Kind == PaperKind.RepairGranted && Request is { MeetsConditions: false };

    /// <summary>The first day of the entry; null: there is none, or it is not known yet.</summary>
    public DateOnly? First => IsForeseen ? null : Entry?.From;

    /// <summary>Its last day; null: it has none, or none that is known yet.</summary>
    public DateOnly? Last => IsForeseen ? null : Entry?.LapsesOn?.AddDays(-1);

    public Standing Standing => Explained.Standing;

    /// <summary>The same for each of what a list holds; no list: null.</summary>
    public IReadOnlyList<PaperMatter>? Each(string list) => list switch
    {
        "事项" or "所据" =>
        [
            .. Standing.Entries.OrderBy(entry => entry.Happened.From)
                .Select(entry => this with { Entry = entry }),
        ],
        "经过" => [.. WhatLedToDuties().Select(past => this with { Past = past })],
        "义务" => [.. Explained.ToBeDoneBy("subject").Select(duty => this with { Duty = duty })],
        "措施" => [.. Explained.Steps.Select(step => this with { Step = step })],
        "权利" =>
        [
            .. PartyRights.Of(Explained)
                .Where(each => !each.Right.OfRepair || Template.Kind != PaperKind.RepairTerms)
                .Select(right => this with { Right = right }),
        ],
        "理由" => [.. (Request?.Wanting ?? Prospect.Wanting).Select(reason => this with { Reason = reason })],
        _ => null,
    };

    /// <summary>
    /// What was sent that duties arose from, of the party or of the authority, in the matters in which the
    /// party still has something to do: each with the document that it was told in, in the order of its days.
    /// </summary>
    private IEnumerable<Happening> WhatLedToDuties()
    {
        var matters = Explained.ToBeDoneBy("subject").Select(each => First(each.Duty.Happened)).ToHashSet();
        return Standing.Duties.Select(each => each.Happened).Distinct()
            .Where(each => !each.Raised && matters.Contains(First(each)))
            .OrderBy(each => each.From).ThenBy(each => $"{each.Event.Id}", StringComparer.Ordinal);

        static Happening First(Happening happening)
        {
            while (happening.ActsOn is { } target)
            {
                happening = target;
            }

            return happening;
        }
    }
}
