namespace CreditScoring.Law.Language.Library;

/// <summary>All that rule text may call, by what stands before the point.</summary>
internal static class Methods
{
    private static readonly ILookup<string, Method> OfText = Named(TextMethods.All);
    private static readonly ILookup<string, Method> OfDate = Named(DateMethods.All);
    private static readonly ILookup<string, Method> OfInstant = Named(InstantMethods.All);
    private static readonly ILookup<string, Method> OfSpan = Named(SpanMethods.All);
    private static readonly ILookup<string, Method> OfNumber = Named(NumberMethods.OfNumber);
    private static readonly ILookup<string, Method> OfInteger = Named(NumberMethods.OfInteger);
    private static readonly ILookup<string, Method> OfBoolean = Named(NumberMethods.OfBoolean);
    private static readonly ILookup<string, Method> None = Named([]);

    private static readonly Dictionary<string, ILookup<string, Method>> Owners =
        new(StringComparer.Ordinal)
        {
            [""] = Named(FunctionMethods.All),
            ["Math"] = Named(MathMethods.All),
            ["string"] = Named(TextMethods.Static),
            ["int"] = Named(ParseMethods.Whole),
            ["decimal"] = Named(ParseMethods.Number),
            ["bool"] = Named(ParseMethods.Truth),
            ["DateTime"] = Named(InstantMethods.Static),
            ["TimeSpan"] = Named(SpanMethods.Static),
            ["Convert"] = Named(ParseMethods.Convert),
        };

    private static readonly Dictionary<string, Type> Options = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DayOfWeek"] = typeof(DayOfWeek),
        ["StringComparison"] = typeof(StringComparison),
        ["MidpointRounding"] = typeof(MidpointRounding),
    };

    private static readonly Dictionary<string, string> Aliases =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Math"] = "Math", ["Convert"] = "Convert", ["TimeSpan"] = "TimeSpan",
            ["string"] = "string", ["bool"] = "bool", ["Boolean"] = "bool",
            ["int"] = "int", ["Int32"] = "int", ["long"] = "int", ["Int64"] = "int",
            ["decimal"] = "decimal", ["double"] = "decimal", ["DateTime"] = "DateTime",
        };

    /// <summary>The forms of a method or property of a value.</summary>
    public static IEnumerable<Method> Of(RuleType target, string name) => Table(target)[name];

    public static Method? Property(RuleType target, string name) =>
        Table(target)[name].FirstOrDefault(method => method.IsProperty);

    /// <summary>The forms of a function, or of a static method of an owner such as Math.</summary>
    public static IEnumerable<Method> Static(string owner, string name) => Owners[owner][name];

    public static IEnumerable<string> NamesOf(RuleType target) =>
        Table(target).Select(forms => forms.Key);

    public static IEnumerable<string> NamesOf(string owner) =>
        Owners[owner].Select(forms => forms.Key);

    /// <summary>The names of owners of static methods, such as Math.</summary>
    public static IEnumerable<string> OwnerNames => Owners.Keys.Where(owner => owner.Length > 0);

    /// <summary>The owner that a name before a point stands for, or null.</summary>
    public static string? Owner(string name) => Aliases.GetValueOrDefault(name);

    public static Type? OptionsOf(string name) => Options.GetValueOrDefault(name);

    private static ILookup<string, Method> Table(RuleType target) => target.Shape switch
    {
        Shape.Text => OfText,
        Shape.Date => OfDate,
        Shape.Instant => OfInstant,
        Shape.Span => OfSpan,
        Shape.Number => OfNumber,
        Shape.Integer => OfInteger,
        Shape.Boolean => OfBoolean,
        _ => None,
    };

    private static ILookup<string, Method> Named(IEnumerable<Method> methods) =>
        methods.ToLookup(method => method.Name, StringComparer.OrdinalIgnoreCase);
}
