using System.Linq.Expressions;
using CreditScoring.Law.Language.Lists;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// A part of the text once bound: its type, its code, and what else is known that a surrounding
/// part can make use of.
/// </summary>
internal sealed record BoundNode
{
    /// <summary>
    /// What stands for a part with a flaw: whatever is done to it adds no further flaw.
    /// </summary>
    public static readonly BoundNode Broken = new(RuleType.Nothing, Expression.Constant(null));

    public static readonly BoundNode Null = new(RuleType.Nothing, Expression.Constant(null));

    private readonly Lazy<Expression> code;

    public BoundNode(RuleType type, Expression code)
    {
        Type = type;
        this.code = new Lazy<Expression>(code);
    }

    /// <summary>
    /// A list that is walked in place; it is only made where its value is asked for.
    /// </summary>
    public BoundNode(RuleType type, Flow flow)
    {
        Type = type;
        Flow = flow;
        code = new Lazy<Expression>(flow.Listed, LazyThreadSafetyMode.None);
    }

    public RuleType Type { get; init; }

    /// <summary>Code of CLR type <see cref="RuleType.Clr"/>.</summary>
    public Expression Code => code.Value;

    /// <summary>The value of a literal as written: int, decimal, string or bool.</summary>
    public object? Literal { get; init; }

    /// <summary>A number made of whole numbers only; then <c>/</c> would cut off in C#.</summary>
    public bool IsWhole { get; init; }

    /// <summary>
    /// Reckoned from a field that is declared whole, so that cutting off is what its author means.
    /// The event catalogue has no such fields; the recordings have.
    /// </summary>
    public bool IsDeclaredWhole { get; init; }

    /// <summary>What the recorded engine holds in binary, of a constant number.</summary>
    public double? Binary { get; init; }

    /// <summary>
    /// Set where the piece is a day that may lie beyond the calendar: code of the <see cref="BoundedDay"/>,
    /// for what can make do with its bound.
    /// </summary>
    public Expression? Bounded { get; init; }

    /// <summary>Set where the piece is the walked day or steps from it.</summary>
    public DayChain? Chain { get; init; }

    public Flow? Flow { get; }

    /// <summary>The items of a list written out.</summary>
    public IReadOnlyList<BoundNode>? Items { get; init; }

    /// <summary>
    /// The property that counts the items: Count of a list, Length of an array, and neither of a
    /// list that is still being walked, as in C#.
    /// </summary>
    public string? CountedBy { get; init; }

    /// <summary>What is known where this condition holds.</summary>
    public Facts WhenTrue { get; init; } = Facts.None;

    /// <summary>The way from a variable to here, such as <c>happened.actsOn</c>.</summary>
    public string? Path { get; init; }

    /// <summary>The record and the member that was read from it, for facts about it.</summary>
    public (string Record, string Member)? ReadFrom { get; init; }

    /// <summary>Optional as declared, though known to be present here.</summary>
    public bool MayAskValue { get; init; }

    public bool IsBroken => ReferenceEquals(this, Broken);

    public bool IsNull => ReferenceEquals(this, Null);

    public Shape Shape => Type.Shape;

    public bool IsNumeric => Shape is Shape.Integer or Shape.Number;

    /// <summary>A date, number or boolean that may be missing, so that CLR wraps it.</summary>
    public bool IsWrapped => Nullable.GetUnderlyingType(Type.Clr) is not null;

    public static BoundNode Of(NumberLiteral number) =>
        new(number.Value is int ? RuleType.Integer : RuleType.Number,
            Expression.Constant(number.Value))
        {
            Literal = number.Value,
            IsWhole = number.IsWhole,
            Binary = number.Binary,
        };

    public static BoundNode Of(string text) =>
        new(RuleType.Text, Expression.Constant(text)) { Literal = text };

    public static BoundNode Of(bool truth) =>
        new(RuleType.Boolean, Expression.Constant(truth)) { Literal = truth };

    /// <summary>The same knowledge about other code, as the traced mode needs it.</summary>
    public BoundNode Over(Expression traced, DayChain? chain) => new(Type, traced)
    {
        Literal = Literal, IsWhole = IsWhole, IsDeclaredWhole = IsDeclaredWhole,
        Binary = Binary, Chain = chain, Items = Items, CountedBy = CountedBy,
        WhenTrue = WhenTrue, Path = Path, ReadFrom = ReadFrom, MayAskValue = MayAskValue,
    };
}
