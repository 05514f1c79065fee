using System.Linq.Expressions;
using CreditScoring.Law.Language;

namespace CreditScoring.Tests.Law.Language;

/// <summary>A small event catalogue: which kinds have which fields, and which of them always.</summary>
internal sealed class EventShape(IReadOnlySet<string>? kinds = null) : RecordShape("event", typeof(Fact))
{
    private static readonly string[] Kinds =
    [
        "penalty", "sampling-result", "recheck-result", "correction-ordered", "corrected", "recall",
        "repair-request", "repaired", "list-entry", "list-exit", "complaint", "accident",
        "duty-missed", "step-taken", "announcement", "award", "commitment", "chief-quality-officer",
        "false-report", "inspection", "traffic-penalty", "safety-course", "fine-paid",
        "full-score-exam", "profile", "sampling-refused", "referral",
    ];

    // Field, type, the kinds that always have it ("*": every kind).
    private static readonly Dictionary<string, (RuleType Type, string Always)> Fields = new()
    {
        ["fine"] = (RuleType.Number, ""),
        ["result"] = (RuleType.Text with { Values = ["passed", "failed"] }, "sampling-result recheck-result"),
        ["severity"] = (RuleType.Text with { Values = ["minor", "general", "serious"] }, ""),
        ["safetyItem"] = (RuleType.Boolean, "sampling-result"),
        ["intentional"] = (RuleType.Boolean, "sampling-result"),
        ["kinds"] = (RuleType.ListOf(RuleType.Text), "penalty"),
        ["publishedOn"] = (RuleType.Date, ""),
        ["restrictedUntil"] = (RuleType.Date, ""),
        ["performed"] = (RuleType.Boolean, "repair-request"),
        ["harmRemoved"] = (RuleType.Boolean, "repair-request"),
        ["upheld"] = (RuleType.Boolean, "complaint"),
        ["concealed"] = (RuleType.Boolean, "accident"),
        ["stop"] = (RuleType.Boolean, "correction-ordered"),
        ["dueOn"] = (RuleType.Date, "correction-ordered"),
        ["fineDueOn"] = (RuleType.Date, ""),
        ["warningOnly"] = (RuleType.Boolean, "traffic-penalty"),
        ["passed"] = (RuleType.Boolean, "full-score-exam"),
        ["firstLicensedOn"] = (RuleType.Date, "*"),
        ["failedItems"] = (RuleType.Number, "sampling-result"),
        ["until"] = (RuleType.Date, ""),
    };

    private static readonly string[] Texts =
        ["person", "region", "document", "sector", "act", "duty", "step", "form", "list", "code", "id",
            "regime", "tierBefore", "industry", "name"];

    public override IEnumerable<string> MemberNames =>
        Fields.Keys.Concat(Texts).Concat(["kind", "from", "decidedOn", "actsOn"]);

    public override Member? Find(string name) => name switch
    {
        "kind" => new(name, RuleType.Text with { Values = Kinds }, Property("Kind")),
        "from" => new(name, RuleType.Date, Property("From")),
        "decidedOn" => new(
            name, kinds?.IsSubsetOf(["penalty"]) == true ? RuleType.Date : RuleType.Date.OrMissing(),
            kinds?.IsSubsetOf(["penalty"]) == true
                ? fact => Expression.Property(Expression.Property(fact, "DecidedOn"), "Value")
                : Property("DecidedOn")),
        "actsOn" => new(
            name, kinds?.IsSubsetOf(["repair-request", "corrected"]) == true
                ? RuleType.Of(new EventShape()) : RuleType.Of(new EventShape()).OrMissing(),
            Property("ActsOn")),
        _ => Fields.TryGetValue(name, out var field)
                ? Declared(name, Always(field.Always) ? field.Type : field.Type.OrMissing())
            : Texts.Contains(name) ? Declared(name, RuleType.Text.OrMissing()) : null,
    };

    public override RecordShape Narrow(string member, IReadOnlySet<string> values) =>
        member == "kind" ? new EventShape(values) : this;

    private static Member Declared(string name, RuleType type) => new(
        name, type, fact => Expression.Convert(
            Expression.Property(fact, "Item", Expression.Constant(name)), type.Clr));

    private static Func<Expression, Expression> Property(string name) =>
        record => Expression.Property(record, name);

    private bool Always(string always) =>
        always == "*" || (kinds?.All(always.Split(' ').Contains) ?? false);
}

internal sealed class EntryShape() : RecordShape("entry", typeof(Entry))
{
    public override IEnumerable<string> MemberNames => ["rule", "points", "from", "happened"];

    public override Member? Find(string name) => name switch
    {
        "rule" => new(name, RuleType.Text, entry => Expression.Property(entry, "Rule")),
        "points" => new(name, RuleType.Number, entry => Expression.Property(entry, "Points")),
        "from" => new(name, RuleType.Date, entry => Expression.Property(entry, "From")),
        "happened" => new(
            name, RuleType.Of(new EventShape()), entry => Expression.Property(entry, "Happened")),
        _ => null,
    };
}
