namespace CreditScoring.Law.Language;

/// <summary>What kinds of values the rule language knows.</summary>
public enum Shape
{
    Integer, Number, Text, Boolean, Date, Instant, List, Record,

    /// <summary>The length of time between two days or instants.</summary>
    Span,

    /// <summary>
    /// One of the fixed options of a call, such as <c>MidpointRounding.ToEven</c>.
    /// </summary>
    Option,

    /// <summary>The word <c>null</c> by itself, before it is known what is missing.</summary>
    Nothing,
}

/// <summary>The type of a value in rule text, and the CLR type that carries it.</summary>
public sealed record RuleType
{
    public static readonly RuleType Integer = new(Shape.Integer, typeof(int));
    public static readonly RuleType Number = new(Shape.Number, typeof(decimal));
    public static readonly RuleType Text = new(Shape.Text, typeof(string));
    public static readonly RuleType Boolean = new(Shape.Boolean, typeof(bool));
    public static readonly RuleType Date = new(Shape.Date, typeof(DateOnly));

    /// <summary>A day with a time; only the conformance recordings have such values.</summary>
    public static readonly RuleType Instant = new(Shape.Instant, typeof(DateTime));

    /// <summary>A length of time, as the difference of two days is one.</summary>
    public static readonly RuleType Span = new(Shape.Span, typeof(TimeSpan));

    internal static readonly RuleType Nothing =
        new(Shape.Nothing, typeof(object)) { Optional = true };

    private RuleType(Shape shape, Type clr)
    {
        Shape = shape;
        Clr = clr;
    }

    public Shape Shape { get; private init; }

    /// <summary>
    /// The CLR type: <c>Nullable</c> where an optional value type, <c>IReadOnlyList</c> for a list.
    /// </summary>
    public Type Clr { get; private init; }

    /// <summary>Whether the value may be missing.</summary>
    public bool Optional { get; private init; }

    /// <summary>The type of a list's items.</summary>
    public RuleType? Element { get; private init; }

    public RecordShape? Record { get; private init; }

    /// <summary>The type of <c>Key</c>, where a list is a group.</summary>
    internal RuleType? Key { get; private init; }

    /// <summary>The record before what is known of it narrowed its members.</summary>
    internal RecordShape? Wide { get; private init; }

    /// <summary>The only values of a text, where the catalogue lists them.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>What people call the values, where the catalogue has labels for them.</summary>
    public IReadOnlyList<(string Name, Documents.Wording Label)>? Labels { get; init; }

    public static RuleType ListOf(RuleType element) =>
        new(Shape.List, typeof(IReadOnlyList<>).MakeGenericType(element.Clr)) { Element = element };

    public static RuleType Of(RecordShape record) =>
        new(Shape.Record, record.Clr) { Record = record };

    internal static RuleType OptionOf(Type options) => new(Shape.Option, options);

    internal static RuleType GroupOf(RuleType key, RuleType element) =>
        new(Shape.List, typeof(Group<,>).MakeGenericType(key.Clr, element.Clr))
        {
            Element = element,
            Key = key,
        };

    /// <summary>
    /// This record with what is known of it; then it is also known to be present.
    /// </summary>
    internal RuleType Narrowed(string member, IReadOnlySet<string> values) =>
        Of(Record!.Narrow(member, values)) with { Wide = Wide ?? Record };

    /// <summary>The same type, possibly missing.</summary>
    public RuleType OrMissing() => this with
    {
        Optional = true,
        Clr = Clr.IsValueType && Nullable.GetUnderlyingType(Clr) is null
            ? typeof(Nullable<>).MakeGenericType(Clr) : Clr,
    };

    /// <summary>The same type, known to be present.</summary>
    public RuleType Present() => this with
    {
        Optional = false,
        Clr = Nullable.GetUnderlyingType(Clr) ?? Clr,
    };
}
