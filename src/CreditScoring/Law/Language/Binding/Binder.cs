using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// Nodes -> typed code. Only what is listed in the library, in the scope and in the shapes of its
/// records has a meaning; everything else is a flaw, so that there is nothing to escape through.
/// Each kind of node has its own small binder; they share one context and come back here for parts.
/// </summary>
internal sealed class Binder
{
    private readonly BindingContext context;
    private readonly IBindingListener? listener;

    /// <param name="scope">The names that the text may use.</param>
    /// <param name="scene">Code of the evaluation, of the scope's type.</param>
    /// <param name="faults">Takes the flaws.</param>
    /// <param name="given">What is known to hold where the text is evaluated.</param>
    /// <param name="tracer">Where set, the code notes what each part came to.</param>
    /// <param name="listener">Is told of each part that was bound; null: nobody.</param>
    public Binder(
        Scope scope, Expression scene, Faults faults, Facts given, Tracer? tracer = null,
        IBindingListener? listener = null)
    {
        context = new BindingContext(scope, scene, faults, given, tracer);
        this.listener = listener;
        Days = new DayBinder(context);
        Itemwise = new ItemwiseBinder(this, context);
        TwoLists = new TwoListsBinder(this, context);
        Names = new NameBinder(this, context);
        Members = new MemberBinder(this, context);
        Forms = new MethodBinder(this, context);
        Calls = new CallBinder(this, context);
        Operators = new OperatorBinder(this, context);
        Comparisons = new ComparisonBinder(this, context);
        Choices = new ChoiceBinder(this, context);
        Lists = new ListBinder(this, context);
        Membership = new MembershipBinder(this, context);
    }

    public NameBinder Names { get; }

    public MemberBinder Members { get; }

    public CallBinder Calls { get; }

    /// <summary>Which form of a method is meant, and its code.</summary>
    public MethodBinder Forms { get; }

    public OperatorBinder Operators { get; }

    public ComparisonBinder Comparisons { get; }

    public ChoiceBinder Choices { get; }

    public DayBinder Days { get; }

    public ListBinder Lists { get; }

    /// <summary>The calls that walk a list item by item.</summary>
    public ItemwiseBinder Itemwise { get; }

    /// <summary>The calls that make a list of two.</summary>
    public TwoListsBinder TwoLists { get; }

    public MembershipBinder Membership { get; }

    /// <summary>The scope's variables read so far.</summary>
    public IReadOnlySet<string> VariablesRead => context.VariablesRead;

    /// <inheritdoc cref="BindingContext.KindsLookedAt"/>
    public IReadOnlySet<string>? KindsLookedAt => context.KindsLookedAt;

    /// <summary>The scope's functions that were called.</summary>
    public IReadOnlyList<Function> FunctionsCalled => context.FunctionsCalled;

    /// <summary>
    /// Binds a node; <paramref name="gentle"/>: inside np(), missing values pass through.
    /// </summary>
    public BoundNode Bind(Node node, bool gentle = false)
    {
        var piece = node switch
        {
            LiteralNode literal => Literal(literal),
            NameNode name => Names.Name(name),
            MemberNode member => Members.Member(member, gentle),
            CallNode call => Calls.Call(call, gentle),
            IndexNode index => Membership.Index(index, gentle),
            UnaryNode unary => Operators.Unary(unary),
            BinaryNode binary => Operators.Binary(binary),
            LogicNode logic => Choices.Logic(logic),
            ChoiceNode choice => Choices.Choice(choice, choice.Condition, choice.Then, choice.Otherwise),
            InNode within => Membership.Membership(within),
            ListNode list => Membership.ListOf(list),
            _ => context.Faults.NotAllowed(node, "=>", new Wording(
                "“=>”只能写在 Any、Where 等的括号里", "'=>' belongs inside Any, Where and the like")),
        };
        listener?.Bound(node, piece, context);
        return context.Tracer is { } tracer
            ? tracer.Watch(node, piece, perItem: context.Innermost is not null) : piece;
    }

    /// <summary>Binds parts for their flaws only.</summary>
    public BoundNode BrokenWith(IEnumerable<Node> parts)
    {
        foreach (var part in parts)
        {
            if (part is not LambdaNode)
            {
                Bind(part);
            }
        }

        return BoundNode.Broken;
    }

    /// <summary>Code of a condition: a boolean that is never missing.</summary>
    public BoundNode Condition(Node node)
    {
        var piece = Bind(node);
        return piece.IsBroken ? piece : AsCondition(node, piece);
    }

    public BoundNode AsCondition(Node node, BoundNode piece) =>
        piece.Shape != Shape.Boolean ? context.Faults.Mismatch(
            node, $"条件须为是或否，此处是{Words.Zh(piece.Type)}",
            $"a condition is true or false; this is {Words.En(piece.Type)}")
        : piece.Type.Optional ? context.Faults.Missing(node, piece.Type)
        : piece;

    private static BoundNode Literal(LiteralNode node) => node.Value switch
    {
        NumberLiteral number => BoundNode.Of(number),
        string text => BoundNode.Of(text),
        bool truth => BoundNode.Of(truth),
        _ => BoundNode.Null,
    };
}
