using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Expressions.Parsing;
using CreditScoring.Law.Expressions.Running;

namespace CreditScoring.Law.Expressions.Binding;

/// <summary>
/// Nodes -> typed code. Only what is listed in the library, in the scope and in the shapes of its
/// records has a meaning; everything else is a flaw, so that there is nothing to escape through.
/// </summary>
internal sealed partial class Binder
{
    private readonly Faults faults;
    private readonly List<Frame> frames = [];
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Expression scene;
    private readonly Scope scope;
    private readonly Tracer? tracer;
    private int frameCount;
    private Facts known;

    /// <param name="scope">The names that the text may use.</param>
    /// <param name="scene">Code of the evaluation, of the scope's type.</param>
    /// <param name="faults">Takes the flaws.</param>
    /// <param name="given">What is known to hold where the text is evaluated.</param>
    /// <param name="tracer">Where set, the code notes what each part came to.</param>
    public Binder(Scope scope, Expression scene, Faults faults, Facts given, Tracer? tracer = null)
    {
        this.scope = scope;
        this.scene = scene;
        this.faults = faults;
        this.tracer = tracer;
        known = given;
    }

    /// <summary>The scope's variables read so far.</summary>
    public IReadOnlySet<string> Names => names;

    /// <summary>
    /// Binds a node; <paramref name="gentle"/>: inside np(), missing values pass through.
    /// </summary>
    public Piece Bind(Node node, bool gentle = false)
    {
        var piece = node switch
        {
            LiteralNode literal => Literal(literal),
            NameNode name => Name(name),
            MemberNode member => Member(member, gentle),
            CallNode call => Call(call, gentle),
            IndexNode index => Index(index, gentle),
            UnaryNode unary => Unary(unary),
            BinaryNode binary => Binary(binary),
            LogicNode logic => Logic(logic),
            ChoiceNode choice => Choice(choice, choice.Condition, choice.Then, choice.Otherwise),
            InNode within => Membership(within),
            ListNode list => ListOf(list),
            _ => faults.NotAllowed(node, "=>", new Wording(
                "“=>”只能写在 Any、Where 等的括号里", "'=>' belongs inside Any, Where and the like")),
        };
        return tracer is null ? piece : tracer.Watch(node, piece, perItem: frames.Count > 0);
    }

    private Piece Literal(LiteralNode node) => node.Value switch
    {
        NumberLiteral number => Piece.Of(number),
        string text => Piece.Of(text),
        bool truth => Piece.Of(truth),
        _ => Piece.Null,
    };

    private Piece Under(Facts facts, Node node)
    {
        var before = known;
        known = known.And(facts);
        var piece = Bind(node);
        known = before;
        return piece;
    }

    /// <summary>Code of a condition: a boolean that is never missing.</summary>
    private Piece Condition(Node node)
    {
        var piece = Bind(node);
        return piece.IsBroken ? piece : AsCondition(node, piece);
    }

    private Piece AsCondition(Node node, Piece piece) =>
        piece.Shape != Shape.Boolean ? faults.Mismatch(
            node, $"条件须为是或否，此处是{Words.Zh(piece.Type)}",
            $"a condition is true or false; this is {Words.En(piece.Type)}")
        : piece.Type.Optional ? faults.Missing(node, piece.Type)
        : piece;
}
