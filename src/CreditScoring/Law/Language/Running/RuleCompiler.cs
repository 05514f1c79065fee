using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Binding;

namespace CreditScoring.Law.Language.Running;

/// <summary>
/// Rule text -> formulas, or the flaws that make it unusable. Text is untrusted: whatever it is,
/// the answer comes within its bounds, and nothing that is not listed has a meaning.
/// </summary>
public static class RuleCompiler
{
    /// <summary>Binds a text as the type that it has by itself.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scope">The names it may use.</param>
    /// <param name="flaws">Takes what is wrong, and warnings.</param>
    /// <param name="given">A condition that holds wherever this text is evaluated.</param>
    /// <returns>
    /// A <see cref="Formula{T}"/> of the type's CLR type; null where there are flaws, or, without any, where
    /// the text reads a name that is flawed itself (<see cref="Scope.Flawed"/>).
    /// </returns>
    public static Formula? Compile(
        RuleText text, Scope scope, ICollection<Flaw> flaws, Formula? given = null)
    {
        if (Bound(text, scope, flaws, given) is not var (draft, bound))
        {
            return null;
        }

        if (bound.Piece.IsNull)
        {
            flaws.Add(NotOf(text, "有类型的值", "a value with a type", bound.Piece.Type));
            return null;
        }

        var finish = typeof(RuleCompiler)
            .GetMethod(nameof(Finish), System.Reflection.BindingFlags.NonPublic
                | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(bound.Piece.Type.Clr);
        return (Formula)finish.Invoke(null, [draft, bound, bound.Piece.Code, scope])!;
    }

    /// <summary>
    /// Binds a text as a <typeparamref name="T"/>, to which its own type must convert.
    /// </summary>
    /// <inheritdoc cref="Compile(RuleText, Scope, ICollection{Flaw}, Formula?)"/>
    public static Formula<T>? Compile<T>(
        RuleText text, Scope scope, ICollection<Flaw> flaws, Formula? given = null)
    {
        if (Bound(text, scope, flaws, given) is not var (draft, bound))
        {
            return null;
        }

        var piece = bound.Piece;
        if (Conversion.To(piece, typeof(T)) is { } code)
        {
            return Finish<T>(draft, bound, code, scope);
        }

        var missing = Conversion.To(piece, Wrapped(typeof(T))) is not null && !piece.IsNull;
        flaws.Add(missing ? new Faults(text).MayMiss(draft.Root, piece.Type)
            : NotOf(text, Words.Zh(typeof(T)), Words.En(typeof(T)), piece.Type));
        return null;
    }

    private static (Draft, Bound)? Bound(
        RuleText text, Scope scope, ICollection<Flaw> flaws, Formula? given)
    {
        scope.Met?.Invoke(text, scope, given);
        if (Draft.Of(text, scope, given, flaws) is not { } draft)
        {
            return null;
        }

        var faults = new Faults(text);
        var bound = BoundBy(draft, faults);
        foreach (var flaw in faults.Follows ? [] : faults.Flaws)
        {
            flaws.Add(flaw);
        }

        return faults.Any || bound is null || bound.Piece.IsBroken ? null : (draft, bound);
    }

    /// <summary>The bound text, its code made; null where there is none to be made.</summary>
    private static Bound? BoundBy(Draft draft, Faults faults)
    {
        try
        {
            var bound = draft.Bind(faults);
            _ = bound.Piece.Code;
            return bound;
        }
        catch (Exception thrown) when (Refusal.Is(thrown))
        {
            faults.Add(Refusal.Of(draft.Text), draft.Root);
            return null;
        }
    }

    private static Formula<T> Finish<T>(Draft draft, Bound bound, Expression code, Scope scope)
    {
        var formula = new CompiledFormula<T>(
            draft, bound.Piece.Type, draft.Body<Func<Evaluation, T>>(bound.Scene, code))
        {
            Names = bound.Names,
            CallsFunctions = bound.Calls.Count > 0,
            ReadsTheMoment = bound.Calls.Any(function => function.ReadsTheMoment),
            WhenTrue = bound.Piece.WhenTrue,
            Kinds = bound.Piece.WhenTrue.About("happened", "kind"),
            KindsLookedAt = bound.KindsLookedAt,
            HangsOnEvents = bound.KindsLookedAt is not null && EventChain.Is(draft.Root),
        };
        return scope.Finish is { } finish ? (Formula<T>)finish(formula, scope) : formula;
    }

    private static Type Wrapped(Type clr) => Conversion.CanBeNull(clr) ? clr
        : typeof(Nullable<>).MakeGenericType(clr);

    private static Flaw NotOf(RuleText text, string zh, string en, RuleType type) => new(
        "type-mismatch", text.At(0),
        new Wording(
            $"此处须为{zh}，而这是{Words.Zh(type)}",
            $"{en} belongs here; this is {Words.En(type)}"),
        new Wording("改用类型相符的值", "write a value of that type"));
}
