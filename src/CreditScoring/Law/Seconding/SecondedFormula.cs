using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Language;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Seconding;

/// <summary>
/// A formula that two engines answer. The first is asked first: where it has no answer the second is
/// not asked, and the steps that it took bound what the second may be asked.
/// </summary>
internal sealed class SecondedFormula<T> : Formula<T>
{
    private static readonly SecondAnswer NeedsMore =
        new(Agreement.NoAnswer, "a name that the first did not need has no value");

    private readonly Formula<T> first;
    private readonly Seconding seconding;
    private readonly Lazy<(ISecondFormula? Formula, Flaw? Flaw)> second;
    private readonly Lazy<Func<Evaluation, object?>[]> readers;
    private readonly Lazy<Agreements<T>> agreements;

    public SecondedFormula(Formula<T> first, Seconding seconding, ISecondReader reader, Scope scope)
        : base(first.Source, first.Type)
    {
        this.first = first;
        first.ToldAs = this;
        this.seconding = seconding;
        Variable[] names = [.. first.Names.Order(StringComparer.Ordinal).Select(
            name => scope.Variables[name])];
        second = new(() =>
        {
            var formula = reader.Read(first.Source, first.Type, names, out var flaw);
            return (formula, flaw);
        });
        readers = new(() => Array.ConvertAll(names, name => Reader(name, scope)));
        agreements = new(() => new Agreements<T>(
            first, Array.FindIndex(names, name => name.Name == Events)));
    }

    public override T Evaluate(Evaluation evaluation)
    {
        var steps = evaluation.StepsLeft;
        var value = first.Evaluate(evaluation);
        if (evaluation.AsksTwice && steps - evaluation.StepsLeft <= Seconding.MostSteps)
        {
            Compare(evaluation, value);
        }

        return value;
    }

    public override Flaw? Prepare() => first.Prepare();

    public override Flaw? PrepareSecond() => second.Value.Flaw;

    public override Reading Explain(Evaluation evaluation) => first.Explain(evaluation);

    private void Compare(Evaluation evaluation, T value)
    {
        if (second.Value.Formula is not { } formula)
        {
            Heed(evaluation, value, new SecondAnswer(Agreement.NoAnswer, second.Value.Flaw?.What.En));
            return;
        }

        var read = readers.Value;
        var given = Given.Rent(read.Length);
        try
        {
            var facts = given.AsSpan(0, read.Length);
            if (!Read(evaluation, read, facts))
            {
                Heed(evaluation, value, NeedsMore);
                return;
            }

            if (agreements.Value.Have(facts, value))
            {
                evaluation.AnsweredTwice++;
                return;
            }

            var answer = formula.Ask(evaluation, given, value is bool flag ? Boxed.Of(flag) : value);
            if (Heed(evaluation, value, answer))
            {
                agreements.Value.Keep(facts, value);
            }
        }
        finally
        {
            Given.Return(given);
        }
    }

    /// <returns>Whether both came to the same.</returns>
    private bool Heed(Evaluation evaluation, T value, SecondAnswer answer)
    {
        if (answer.Agreement == Agreement.Same)
        {
            evaluation.AnsweredTwice++;
            return true;
        }

        seconding.Count(answer.Agreement);
        Tell(evaluation, SecondAnswer.Shown(value), answer);
        return false;
    }

    /// <summary>What the names stand for; reading them again neither costs nor bounds the answer.</summary>
    /// <returns>False where one has no value: the second needs all of them, the first may not.</returns>
    private static bool Read(Evaluation evaluation, Func<Evaluation, object?>[] read, Span<object?> facts)
    {
        var (until, steps, watch) = (evaluation.StableUntil, evaluation.StepsLeft, evaluation.Watch);
        evaluation.Watch = null;
        try
        {
            for (var i = 0; i < read.Length; i++)
            {
                facts[i] = read[i](evaluation);
            }

            return true;
        }
        catch (Exception failure) when (Failure.HasNoAnswer(failure))
        {
            return false;
        }
        finally
        {
            (evaluation.StableUntil, evaluation.StepsLeft, evaluation.Watch) = (until, steps, watch);
        }
    }

    private void Tell(Evaluation evaluation, string ours, SecondAnswer answer)
    {
        var subject = evaluation is Scene scene ? scene.Subject.Subject : default;
        var theirs = answer.Told ?? "";
        seconding.Tell(new EngineDifference(this, subject, evaluation.Day, answer.Agreement, ours, theirs));
        if (seconding.Always && answer.Agreement == Agreement.Differs)
        {
            throw new CannotBeJudged(Source.At(0), new Wording(
                $"两个引擎的结果不同：本系统得 {ours}，{seconding.Engine.Name} 得 {theirs}",
                $"the engines differ: ours came to {ours}, {seconding.Engine.Name} to {theirs}"))
            {
                EnginesDiffer = true,
            };
        }
    }

    private static Func<Evaluation, object?> Reader(Variable name, Scope scope)
    {
        var evaluation = Expression.Parameter(typeof(Evaluation));
        var scene = Expression.Convert(evaluation, scope.Evaluation);
        var read = name.ReadBounded is { } bounded
            ? Expression.Property(bounded(scene), nameof(BoundedDay.Bound)) : name.Read(scene);
        var boxed = read.Type == typeof(bool)
            ? Expression.Call(typeof(Boxed), nameof(Boxed.Of), null, read)
            : (Expression)Expression.Convert(read, typeof(object));
        return Expression.Lambda<Func<Evaluation, object?>>(boxed, evaluation).Compile();
    }
}

/// <summary>Gives formulas their second answer.</summary>
internal static class SecondedFormula
{
    /// <summary>The formula with a second answer.</summary>
    public static Formula Of(Formula formula, Seconding seconding, ISecondReader reader, Scope scope)
    {
        var type = formula.GetType();
        while (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Formula<>))
        {
            type = type.BaseType!;
        }

        return (Formula)typeof(SecondedFormula)
            .GetMethod(nameof(Seconded), System.Reflection.BindingFlags.NonPublic
            | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type.GenericTypeArguments)
            .Invoke(null, [formula, seconding, reader, scope])!;
    }

    private static SecondedFormula<T> Seconded<T>(
        Formula<T> formula, Seconding seconding, ISecondReader reader, Scope scope) =>
        new(formula, seconding, reader, scope)
        {
            Names = formula.Names,
            CallsFunctions = formula.CallsFunctions,
            ReadsTheMoment = formula.ReadsTheMoment,
            Kinds = formula.Kinds,
            KindsLookedAt = formula.KindsLookedAt,
            HangsOnEvents = formula.HangsOnEvents,
            WhenTrue = formula.WhenTrue,
        };
}
