namespace CreditScoring.Law.Conformance;

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

/// <summary>The verdict on one expression, with the input that decided it.</summary>
public sealed record Comparison(
    RecordedExpression Expression, Verdict Verdict, string Input, string Ours, string Recorded)
{
    public override string ToString() =>
        $"{Verdict} {Expression.Id} `{Expression.Text}` on {Input}: {Ours}, recorded {Recorded}";
}
