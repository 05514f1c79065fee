using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Packs;

/// <summary>Which value of a field decides where several regimes say one.</summary>
public enum Strictness
{
    /// <summary>The largest; true before false.</summary>
    Most,

    /// <summary>The smallest, the earliest.</summary>
    Least,

    /// <summary>The first of the field's words, or else the first that a regime says.</summary>
    First,
}

/// <summary>
/// A field of the supervision of a subject (分类分级监管). This is its one declaration: the reader of
/// rules, the schema, cases, JSON, explanations, drafts and recommendations follow from it.
/// </summary>
/// <param name="Property">What rules say it with: number, day, truth or text.</param>
/// <param name="Strictest">Which value decides over several regimes.</param>
public sealed record FrequencyField(RuleProperty Property, Strictness Strictest)
{
    /// <summary>Inspections a year; 0.5 is one in two years.</summary>
    public static readonly FrequencyField TimesPerYear = new(
        new ReckonedProperty<decimal?>(
            "timesPerYear", new Wording("每年检查几次", "inspections a year")),
        Strictness.Most)
    {
        Label = new Wording("每年", "times a year"),
        ToFile = new FieldSentence(new Wording("每年{value}次", "{value} a year")),
    };

    /// <summary>First day of the window of the next inspection.</summary>
    public static readonly FrequencyField Opens = new(RuleProperties.Opens, Strictness.Least)
    {
        Label = new Wording("窗口", "window"),
        ToFile = new FieldSentence(new Wording("自{value}起", "from {value}")),
    };

    /// <summary>Last day of the window of the next inspection.</summary>
    public static readonly FrequencyField Due = new(RuleProperties.Due, Strictness.Least)
    {
        EndOf = Opens,
        ToFile = new FieldSentence(new Wording("至{value}止", "through {value}")),
    };

    /// <summary>Share of such subjects to be drawn in a sampling round, 0 to 1.</summary>
    public static readonly FrequencyField SamplingShare = new(
        new ReckonedProperty<decimal?>(
            "samplingShare", new Wording("抽查比例，0 至 1", "the share sampled, from 0 to 1")),
        Strictness.Most)
    {
        Label = new Wording("抽查比例", "sampling share"),
        ToFile = new FieldSentence(new Wording("抽取比例{percent}%", "share drawn {percent} %")),
    };

    /// <summary>Most visits in a calendar year, complaint-driven checks apart.</summary>
    public static readonly FrequencyField VisitCap = new(
        new ReckonedProperty<decimal?>(
            "visitCap", new Wording("每年上门次数的上限", "the most visits in a year")),
        Strictness.Most)
    {
        CapOf = TimesPerYear,
        Label = new Wording("年度上限", "yearly cap"),
        ToParty = new FieldSentence(new Wording(
            "年度入企检查次数上限：{value}次{basis}。", "Inspection visits a year: {value} at most{basis}.")),
    };

    public static readonly FrequencyField KeySupervision = new(
        new ReckonedProperty<bool?>(
            "keySupervision", new Wording("是否重点监管", "whether under key supervision")),
        Strictness.Most)
    {
        Label = new Wording("重点监管", "key supervision"),
        ToParty = new FieldSentence(
            new Wording("列为重点监管对象{rule}。", "Under key supervision{rule}."), Of: true),
    };

    public static readonly FrequencyField Priority = new(
        new WrittenProperty("priority", new Wording("必须检查还是可以检查", "whether it must or may be inspected"))
        {
            Words =
            [
                new ListedWord("must", new Wording("必须检查", "must be inspected")),
                new ListedWord("may", new Wording("可以检查", "may be inspected")),
            ],
        },
        Strictness.First)
    {
        ToFile = new FieldSentence(new Wording("优先检查", "to be inspected first"), Of: "must"),
    };

    /// <summary>Such as 双随机.</summary>
    public static readonly FrequencyField Method = new(
        new WrittenProperty("method", new Wording("检查方式，如 双随机", "how it is inspected, such as 双随机")),
        Strictness.First)
    {
        ToFile = new FieldSentence(new Wording("{value}", "{value}")),
    };

    /// <summary>An explanation tells it with the factors that were rated.</summary>
    public static readonly FrequencyField Rate = new(
        new ReckonedProperty<decimal?>(
            "rate", new Wording("所评的分", "the rating")),
        Strictness.Most);

    /// <summary>All, in the order in which they are written.</summary>
    public static readonly IReadOnlyList<FrequencyField> All =
        [TimesPerYear, Opens, Due, SamplingShare, VisitCap, KeySupervision, Priority, Method, Rate];

    /// <summary>In rules, cases and JSON.</summary>
    public string Name => Property.Name;

    /// <summary>The only values of a text, the strictest first; empty: any.</summary>
    public IReadOnlyList<ListedWord> Words => Property is WrittenProperty written ? written.Words : [];

    /// <summary>Of its value: number, day, truth or text.</summary>
    public Type Type => Property.Type;

    /// <summary>The field that is never told to be more than this one says; null: it caps none.</summary>
    public FrequencyField? CapOf { get; init; }

    /// <summary>The field that opens the span of days whose last day this one is; null: none.</summary>
    public FrequencyField? EndOf { get; init; }

    /// <summary>
    /// What an explanation writes before the value; null: nothing, as a text speaks for itself.
    /// </summary>
    public Wording? Label { get; init; }

    /// <summary>What a draft tells the party of it, as it protects or burdens it; null: nothing.</summary>
    public FieldSentence? ToParty { get; init; }

    /// <summary>What a draft notes for the authority's own file, not for the party; null: nothing.</summary>
    public FieldSentence? ToFile { get; init; }

    /// <summary>Whether rules write it as it is; all else is an expression.</summary>
    public bool IsWritten => Property is WrittenProperty;

    /// <summary>What a rule says of it; null: nothing.</summary>
    internal FrequencySaying? Read(PropertyReader read) => Property switch
    {
        WrittenProperty written => (written.Words.Count > 0 ? read.OneOf(written) : read.Text(written))
            is { } text ? new FrequencySaying(this, null, text) : null,
        ReckonedProperty reckoned =>
            reckoned.In(read) is { } formula ? new FrequencySaying(this, formula, null) : null,
        _ => null,
    };
}

/// <summary>
/// What a draft (说明草稿) says of a field. In its text <c>{value}</c> is the value, <c>{percent}</c> the
/// value in hundredths, <c>{basis}</c> the provision that it rests on and <c>{rule}</c> that provision
/// with the title of its rule.
/// </summary>
/// <param name="Of">The one value of which it is said; null: of any.</param>
public sealed record FieldSentence(Wording Text, object? Of = null);

/// <summary>What a rule says of one field: an expression, or a text as written.</summary>
public sealed record FrequencySaying(FrequencyField Field, Formula? Formula, string? Text)
{
    /// <summary>The value on the scene's day; null: the expression says nothing then.</summary>
    /// <exception cref="CannotBeJudged">The expression has no answer.</exception>
    public object? In(Scene scene) => Formula is null ? Text : Formula.EvaluateAny(scene);
}
