using System.Linq.Expressions;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// What every part of the binder shares while one text is bound: the names at hand, what is known to
/// hold at this place, the items it stands within, and who takes the flaws.
/// </summary>
/// <param name="scope">The names that the text may use.</param>
/// <param name="scene">Code of the evaluation, of the scope's type.</param>
/// <param name="faults">Takes the flaws.</param>
/// <param name="given">What is known to hold where the text is evaluated.</param>
/// <param name="tracer">Where set, the code notes what each part came to.</param>
internal sealed class BindingContext(
    Scope scope, Expression scene, Faults faults, Facts given, Tracer? tracer)
{
    private readonly HashSet<string> read = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Function> called = [];
    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);
    private readonly HashSet<Node> unpinned = new(ReferenceEqualityComparer.Instance);
    private readonly List<Frame> frames = [];
    private int frameCount;

    public Scope Scope => scope;

    public Expression Scene => scene;

    public Faults Faults => faults;

    public Tracer? Tracer => tracer;

    /// <summary>What is known to hold where the next part is evaluated.</summary>
    public Facts Known { get; private set; } = given;

    /// <summary>The items of the aggregates that this place stands within, outermost first.</summary>
    public IReadOnlyList<Frame> Frames => frames;

    /// <summary>The item of the nearest aggregate; null outside of any.</summary>
    public Frame? Innermost => frames.Count == 0 ? null : frames[^1];

    /// <summary>The scope's variables read so far.</summary>
    public IReadOnlySet<string> VariablesRead => read;

    /// <summary>The scope's functions called so far.</summary>
    public IReadOnlyList<Function> FunctionsCalled => called;

    /// <summary>
    /// The kinds of the file's events that are looked at; null: also others, as <c>events.Count()</c> does.
    /// </summary>
    public IReadOnlySet<string>? KindsLookedAt => unpinned.Count == 0 ? kinds : null;

    public void NoteRead(NameNode node, string variable)
    {
        read.Add(variable);
        if (variable == Formula.Events)
        {
            unpinned.Add(node);
        }
    }

    /// <summary>Only items of a list of which this holds are looked at.</summary>
    /// <param name="list">As it is written.</param>
    /// <param name="piece">The same, bound.</param>
    /// <param name="known">What the condition pins of the item at a path.</param>
    public void NotePinned(Node? list, BoundNode piece, Facts known, string path)
    {
        if (list is NameNode name && piece.Path == Formula.Events && known.About(path, "kind") is { } pinned)
        {
            unpinned.Remove(name);
            kinds.UnionWith(pinned);
        }
    }

    public void NoteCall(Function function) => called.Add(function);

    /// <summary>Another item's name for facts, unlike that of every other.</summary>
    public string NewPath(string name) => $"{name}#{++frameCount}";

    public BoundNode Within(Frame frame, Func<BoundNode> bind)
    {
        frames.Add(frame);
        var piece = bind();
        frames.RemoveAt(frames.Count - 1);
        return piece;
    }

    /// <summary>Binds with more known to hold, and forgets it after.</summary>
    public T Under<T>(Facts facts, Func<T> bind)
    {
        var before = Known;
        Learn(facts);
        var bound = bind();
        Known = before;
        return bound;
    }

    /// <summary>Inside <see cref="Under{T}"/>: the parts that follow know this, too.</summary>
    public void Learn(Facts facts) => Known = Known.And(facts);
}
