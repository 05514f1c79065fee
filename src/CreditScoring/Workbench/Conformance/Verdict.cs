namespace CreditScoring.Workbench.Conformance;

/// <summary>How our answer stands to the recorded one, from best to worst.</summary>
public enum Verdict
{
    Agrees,

    /// <summary>Differs where the recording says that it is meant to.</summary>
    DiffersAsIntended,

    /// <summary>The real engine refuses or fails; ours has a plain meaning.</summary>
    AcceptsMore,

    /// <summary>The real engine gives a value; ours has a flaw or cannot judge.</summary>
    RefusesMore,

    /// <summary>As <see cref="AcceptsMore"/>, where acceptance is never right.</summary>
    AcceptsForbidden,

    /// <summary>True against false.</summary>
    Contradicts,
}

/// <summary>The verdict on one expression or workflow, with the input that decided it.</summary>
/// <param name="Id">Its name in the recording.</param>
/// <param name="Group">What it tries out.</param>
/// <param name="Text">The expression, or the rule of the workflow that decided.</param>
/// <param name="Reason">Why the difference is meant; null: nothing is said.</param>
public sealed record Comparison(
    string Id, string Group, string Text, Verdict Verdict, string Input, string Ours, string Recorded)
{
    public string? Reason { get; init; }

    public override string ToString() =>
        $"{Verdict} {Id} `{Text}` on {Input}: {Ours}, recorded {Recorded}";
}
