using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings.Papers;

/// <summary>What the fields of a paper are filled from.</summary>
internal sealed record PaperMatter(Explanation Explained, string? PartyName)
{
    /// <summary>The entry that is told of; null: none in particular.</summary>
    public Entry? Entry { get; init; }

    public DutyAccount? Duty { get; init; }

    public StepAccount? Step { get; init; }

    public (PartyRight Right, DateOnly? Last)? Right { get; init; }

    public RepairAnswer? Request { get; init; }

    public RepairCondition? Reason { get; init; }

    /// <summary>When a request for repair of the entry would be granted.</summary>
    public RepairProspect Prospect { get; init; } = RepairProspect.Unknown;

    /// <summary>
    /// Whether the entry is what is to come of its event, so that its days are not known yet.
    /// </summary>
    public bool IsForeseen { get; init; }

    /// <summary>The first day of the entry; null: there is none, or it is not known yet.</summary>
    public DateOnly? First => IsForeseen ? null : Entry?.From;

    /// <summary>Its last day; null: it has none, or none that is known yet.</summary>
    public DateOnly? Last => IsForeseen ? null : Entry?.LapsesOn?.AddDays(-1);

    public Standing Standing => Explained.Standing;

    /// <summary>The same for each of what a list holds; no list: null.</summary>
    public IReadOnlyList<PaperMatter>? Each(string list) => list switch
    {
        "事项" or "所据" => [.. Standing.Entries.Select(entry => this with { Entry = entry })],
        "义务" => [.. Explained.ToBeDoneBy("subject").Select(duty => this with { Duty = duty })],
        "措施" => [.. Explained.Steps.Select(step => this with { Step = step })],
        "权利" => [.. PartyRights.Of(Explained).Select(right => this with { Right = right })],
        "理由" => [.. (Request?.Wanting ?? Prospect.Wanting).Select(reason => this with { Reason = reason })],
        _ => null,
    };
}
