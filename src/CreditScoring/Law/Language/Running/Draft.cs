using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Binding;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Running;

/// <summary>A text that was found sound: what it takes to bind it again, plain or traced.</summary>
internal sealed class Draft
{
    private readonly ParameterExpression evaluation = Expression.Parameter(typeof(Evaluation));
    private readonly Facts given;
    private readonly Scope scope;

    private Draft(RuleText text, Scope scope, Facts given, Node root, int parts)
    {
        Text = text;
        this.scope = scope;
        this.given = given;
        Root = root;
        Parts = parts;
    }

    public RuleText Text { get; }

    public Node Root { get; }

    /// <summary>How many nodes the text has.</summary>
    public int Parts { get; }

    /// <summary>Parses the text, or notes why not.</summary>
    public static Draft? Of(
        RuleText text, Scope scope, Formula? given, ICollection<Flaw> flaws)
    {
        try
        {
            var root = Parser.Parse(text.Text, out var parts);
            return new Draft(text, scope, given?.WhenTrue ?? Facts.None, root, parts);
        }
        catch (SyntaxFault fault)
        {
            flaws.Add(fault.In(text));
            return null;
        }
    }

    /// <summary>
    /// Binds the whole text; its code stands on the scene that <see cref="Body"/> sets.
    /// </summary>
    public Bound Bind(Faults faults, Tracer? tracer = null, IBindingListener? listener = null)
    {
        var scene = Expression.Variable(scope.Evaluation, "scene");
        var binder = new Binder(scope, scene, faults, given, tracer, listener);
        var piece = Whole(binder.Bind(Root));
        return new Bound(piece, binder.VariablesRead, binder.FunctionsCalled, scene)
        {
            KindsLookedAt = binder.KindsLookedAt,
        };
    }

    /// <summary>Of a whole text that comes to a day beyond the calendar the bound is told.</summary>
    private static BoundNode Whole(BoundNode piece)
    {
        if (piece.Bounded is not { } bounded)
        {
            return piece;
        }

        var day = Expression.Property(bounded, nameof(BoundedDay.Whole));
        return piece.Over(piece.IsWrapped ? day : Expression.Property(day, "Value"), null);
    }

    /// <summary>A lambda from the evaluation, and what else there is, to a value.</summary>
    public Expression<T> Body<T>(
        ParameterExpression scene, Expression code, params ParameterExpression[] more) =>
        Expression.Lambda<T>(
            Expression.Block(
                [scene],
                Expression.Assign(scene, Expression.Convert(evaluation, scene.Type)),
                Spilling.Fit(code)),
            [evaluation, .. more]);
}

/// <summary>
/// A bound text: its piece, the variables it names, the scope's functions that it calls, and the scene
/// its code reads.
/// </summary>
internal sealed record Bound(
    BoundNode Piece, IReadOnlySet<string> Names, IReadOnlyList<Function> Calls, ParameterExpression Scene)
{
    /// <inheritdoc cref="Formula.KindsLookedAt"/>
    public IReadOnlySet<string>? KindsLookedAt { get; init; }
}
