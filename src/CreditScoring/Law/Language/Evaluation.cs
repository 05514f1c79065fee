namespace CreditScoring.Law.Language;

/// <summary>
/// What the evaluation of one rule reads and leaves behind. A scene (what a rule sees) derives from
/// it and adds the names in scope.
/// </summary>
public abstract class Evaluation
{
    /// <summary>The walked day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Budget: every item of a collection looked at costs one step.</summary>
    public long StepsLeft { get; set; } = long.MaxValue;

    /// <summary>
    /// The first day after <see cref="Day"/> on which something read so far could come out
    /// differently although nothing happened; <see cref="DateOnly.MaxValue"/>: never.
    /// </summary>
    public DateOnly StableUntil { get; set; } = DateOnly.MaxValue;

    /// <summary>Told of conditions and lookups where coverage is measured; null: nobody listens.</summary>
    public IEvaluationListener? Watch { get; set; }

    /// <summary>Whether a second engine, where there is one, is asked the same.</summary>
    public bool AsksTwice { get; set; }

    /// <summary>Answers of the second engine that were the same and are not counted yet.</summary>
    public int AnsweredTwice { get; set; }

    /// <summary>
    /// What the second engine has carried over of this evaluation and may use again; its own.
    /// </summary>
    public object? CarriedOver { get; set; }

    /// <summary>Notes that what was just read holds only until the day before.</summary>
    public void ChangesOn(DateOnly day)
    {
        if (day < StableUntil)
        {
            StableUntil = day;
        }
    }
}
