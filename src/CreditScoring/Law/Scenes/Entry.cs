namespace CreditScoring.Law.Scenes;

/// <summary>Points that a rule makes of an event, and the days on which they count.</summary>
public sealed record Entry(Happening Happened, string Rule, Points Points, DateOnly From)
{
    /// <summary>The first day on which it no longer counts; null: it never lapses.</summary>
    public DateOnly? LapsesOn { get; init; }

    /// <summary>Of entries with an equal key only the gravest counts; null: it stands alone.</summary>
    public string? Group { get; init; }

    /// <summary>The article, such as <c>law.md#art-8-1</c>.</summary>
    public string? Citation { get; init; }

    /// <summary>The version (in force from) of the pack whose rule it is.</summary>
    public required string Pack { get; init; }

    /// <summary>Derived from event and rule, so that a replay makes the same entry.</summary>
    public string Id => $"{Happened.Event.Id}/{Rule}";

    public bool StandsOn(DateOnly day) => From <= day && !(LapsesOn <= day);
}
