namespace CreditScoring.Law.Scenes;

/// <summary>How a duty stands.</summary>
public enum DutyState { Open, Fulfilled, Missed }

/// <summary>Something that the subject or the authority must do in a window of days.</summary>
public sealed record Duty(string Name, string Of, Happening Happened, DateOnly? Opens, DateOnly? Due)
{
    public DutyState State { get; init; }

    /// <summary>As rules and the standing's JSON name it.</summary>
    public string StateName => State switch
    {
        DutyState.Open => "open",
        DutyState.Fulfilled => "fulfilled",
        _ => "missed",
    };
}
