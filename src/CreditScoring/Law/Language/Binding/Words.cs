namespace CreditScoring.Law.Language.Binding;

/// <summary>Types as messages name them.</summary>
internal static class Words
{
    public static string Zh(RuleType type) => type.Shape switch
    {
        Shape.Integer => "整数",
        Shape.Number => "数",
        Shape.Text => "文本",
        Shape.Boolean => "是非值",
        Shape.Date => "日期",
        Shape.Instant => "时刻",
        Shape.Span => "时长",
        Shape.List => "列表",
        Shape.Record => $"记录（{type.Record!.Name}）",
        Shape.Option => "选项",
        _ => "null",
    };

    public static string En(RuleType type) => type.Shape switch
    {
        Shape.Integer => "a whole number",
        Shape.Number => "a number",
        Shape.Text => "a text",
        Shape.Boolean => "true or false",
        Shape.Date => "a date",
        Shape.Instant => "an instant",
        Shape.Span => "a length of time",
        Shape.List => "a list",
        Shape.Record => $"a record ({type.Record!.Name})",
        Shape.Option => "an option",
        _ => "null",
    };

    public static string Zh(Type clr) => OfClr(clr) is { } type ? Zh(type) : "列表";

    public static string En(Type clr) => OfClr(clr) is { } type ? En(type) : "a list";

    private static RuleType? OfClr(Type clr)
    {
        var inner = Nullable.GetUnderlyingType(clr) ?? clr;
        return inner.IsGenericType || !inner.IsSealed ? null : Library.Method.TypeOf(inner);
    }
}
