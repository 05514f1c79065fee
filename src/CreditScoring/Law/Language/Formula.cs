using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Law.Language;

/// <summary>
/// A piece of rule text bound and type-checked when its pack was loaded. Evaluating it has three
/// outcomes: a value, a missing value (null), or <see cref="CannotBeJudged"/>.
/// </summary>
public abstract class Formula(RuleText source, RuleType type)
{
    /// <summary>The variable that holds the events of the file, where a text may read them.</summary>
    internal const string Events = "events";

    public RuleText Source { get; } = source;

    /// <summary>The type the text has by itself, before conversion to what the reader asked for.</summary>
    public RuleType Type { get; } = type;

    /// <summary>Names of the scope's variables that the text reads, lambdas' own names excluded.</summary>
    public required IReadOnlySet<string> Names
    {
        get;
        init => (field, ReadsTheEventAlone) = (value, value.All(name => name == "happened"));
    }

    /// <summary>Whether it reads the event that is judged, and no other name.</summary>
    public bool ReadsTheEventAlone { get; private init; }

    /// <summary>
    /// Whether it calls a function of the scope (lookup, nextWorkingDay, running): what that answers hangs
    /// on the pack or on the moment, not on the text and its names alone.
    /// </summary>
    public bool CallsFunctions { get; init; }

    /// <summary>
    /// Whether what its names stand for is not all that it reads: it calls such a function.
    /// </summary>
    public bool ReadsTheMoment { get; init; }

    /// <summary>
    /// The only values of <c>happened.kind</c> with which the text can be true, from its top-level
    /// conjuncts; null: it pins no kind.
    /// </summary>
    public IReadOnlySet<string>? Kinds { get; init; }

    /// <summary>
    /// The kinds of those events of the file that the text can look at, as what it asks of each pins them;
    /// null: it may look at events of any kind.
    /// </summary>
    public IReadOnlySet<string>? KindsLookedAt { get; init; }

    /// <summary>
    /// Whether nothing else that it reads matters where the file has no event that it can look at, as in
    /// <c>events.Any(e => e.kind == "recall" &amp;&amp; e.from > day)</c>.
    /// </summary>
    public bool HangsOnEvents { get; init; }

    /// <summary>
    /// By what the pack knows it, where it is the inner part of another; those who watch are told of that.
    /// </summary>
    internal Formula ToldAs { get => field ?? this; set; }

    /// <summary>The value as an object, for those who only hand it on.</summary>
    /// <exception cref="CannotBeJudged">The text has no answer for these facts.</exception>
    public abstract object? EvaluateAny(Evaluation evaluation);

    /// <summary>What is known wherever this condition is true.</summary>
    internal Facts WhenTrue { get; init; } = Facts.None;

    /// <summary>
    /// Makes it ready to run, so that the first event meets no compiler; null: it is.
    /// </summary>
    /// <returns>The flaw <c>cannot-be-compiled</c> where the machine's compiler refuses the
    /// text.</returns>
    public abstract Documents.Flaw? Prepare();

    /// <summary>
    /// Makes it ready for the second engine too; null: it is, or there is none.
    /// </summary>
    /// <returns>The warning <c>real-engine-refuses</c> where that engine cannot read the text.</returns>
    public virtual Documents.Flaw? PrepareSecond() => null;

    /// <summary>What each part of the text came to, also what was not evaluated.</summary>
    public abstract Reading Explain(Evaluation evaluation);
}

/// <summary>A formula whose value is a <typeparamref name="T"/>.</summary>
public abstract class Formula<T>(RuleText source, RuleType type) : Formula(source, type)
{
    /// <exception cref="CannotBeJudged">The text has no answer for these facts.</exception>
    public abstract T Evaluate(Evaluation evaluation);

    public sealed override object? EvaluateAny(Evaluation evaluation) =>
        Evaluate(evaluation) is var value && value is bool truth ? Boxed.Of(truth) : value;
}

/// <summary>One part of a rule's text and what it came to; parts in the order written.</summary>
/// <param name="Text">The part as written.</param>
/// <param name="Start">Its offset in the rule's text.</param>
/// <param name="Evaluated">False where a branch was not taken.</param>
/// <param name="Value">The value; null also where missing.</param>
public sealed record Reading(
    string Text, int Start, bool Evaluated, object? Value, IReadOnlyList<Reading> Parts);

/// <summary>
/// A rule has no answer for the facts before it (division by zero, no row in a table, a calendar that
/// does not reach): the assessment of this subject stops; it is never zero points.
/// </summary>
public sealed class CannotBeJudged(Place place, Wording reason) : Exception(reason.En)
{
    /// <summary>
    /// Where the answer is a day beyond the calendar: the first day that it can be. Null: nothing is
    /// known of the answer.
    /// </summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>Whether a day was asked of the calendar that it does not have.</summary>
    public bool IsOfTheCalendar { get; init; }

    /// <summary>Whether the rules have taken more steps than one file may cost.</summary>
    public bool IsOverBudget { get; init; }

    /// <summary>Whether two engines came to different values.</summary>
    public bool EnginesDiffer { get; init; }

    public Place Place { get; } = place;

    public Wording Reason { get; } = reason;

    /// <summary>The same reason, for a value of which something else is known.</summary>
    /// <param name="notBefore">The first day that it can be; null: nothing is known of it.</param>
    public CannotBeJudged Of(DateOnly? notBefore) =>
        new(Place, Reason) { IsOfTheCalendar = IsOfTheCalendar, NotBefore = notBefore };
}
