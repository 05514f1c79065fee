using CreditScoring.Enterprises;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;

namespace CreditScoring.Law.Seconding;

/// <summary>Two engines did not come to the same for one text and the same facts.</summary>
/// <param name="Formula">The text.</param>
/// <param name="Agreement">No answer there, or another one.</param>
/// <param name="Ours">What the first engine came to, as shown.</param>
/// <param name="Theirs">What the second came to, or why it has no answer.</param>
public sealed record EngineDifference(
    Formula Formula, Subject Subject, DateOnly Day, Agreement Agreement, string Ours, string Theirs);

/// <summary>
/// How often the second engine is asked, and what a difference brings about. Asked always, a difference
/// is a part of the function: the subject cannot be judged. Asked for a share, the standing stays what
/// the first engine says, and the difference is told.
/// </summary>
/// <param name="engine">The second engine.</param>
/// <param name="share">1: always; less: that share of subjects and days, the same ones on every
/// replay.</param>
/// <param name="told">Told of each answer that is not the same; may be called from several threads.</param>
public sealed class Seconding(ISecondEngine engine, double share = 1, Action<EngineDifference>? told = null)
{
    /// <summary>Steps of ours beyond which the second, which counts none, is not asked.</summary>
    public const long MostSteps = 2_000_000;

    private long same;
    private long noAnswer;
    private long differs;

    public ISecondEngine Engine { get; } = engine;

    public double Share { get; } = share;

    public bool Always => Share >= 1;

    /// <summary>Evaluations that both engines came to the same value in.</summary>
    public long Same => Interlocked.Read(ref same);

    /// <summary>Evaluations in which the second had no answer.</summary>
    public long NoAnswer => Interlocked.Read(ref noAnswer);

    public long Differences => Interlocked.Read(ref differs);

    /// <summary>By which engines a standing is reached, beside the book's hash.</summary>
    public JudgingMode Mode => new(Engine.Name, Share);

    /// <summary>Whether the second is asked about a subject on a day.</summary>
    public bool Asks(Subject subject, DateOnly day) => Always || Spread(subject, day) < Share;

    /// <summary>What is made of each formula of a pack.</summary>
    internal FormulaFinish Finish(PackLanguage language)
    {
        var reader = Engine.ReaderOf(language);
        return (formula, scope) => SecondedFormula.Of(formula, this, reader, scope);
    }

    /// <summary>
    /// Adds what an evaluation has not counted yet: counting each at once would cost more than the answer.
    /// </summary>
    internal void Count(Evaluation evaluation)
    {
        if (evaluation.AnsweredTwice > 0)
        {
            Interlocked.Add(ref same, evaluation.AnsweredTwice);
            evaluation.AnsweredTwice = 0;
        }
    }

    internal void Count(Agreement agreement)
    {
        _ = agreement == Agreement.NoAnswer
            ? Interlocked.Increment(ref noAnswer)
            : Interlocked.Increment(ref differs);
    }

    internal void Tell(EngineDifference difference) => told?.Invoke(difference);

    /// <summary>From 0 to below 1, evenly; FNV-1a, which is the same on every machine.</summary>
    private static double Spread(Subject subject, DateOnly day)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var character in $"{subject}/{day.DayNumber}")
            {
                hash = (hash ^ character) * 1099511628211UL;
            }

            hash ^= hash >> 32;
            hash *= 0x9E3779B97F4A7C15UL;
            return (hash >> 11) * (1.0 / (1UL << 53));
        }
    }
}
