using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Law.Packs;

/// <summary>Which paper (文书) a template is for; one of each at most in a pack.</summary>
public enum PaperKind
{
    /// <summary>Where the party stands and why (失信记分告知, 列入告知).</summary>
    Standing,

    /// <summary>
    /// How and from when repair can be requested, to go out with the decision (信用修复告知书, 两书同达).
    /// </summary>
    RepairTerms,

    /// <summary>That a request for repair was granted (准予信用修复决定书).</summary>
    RepairGranted,

    /// <summary>That a request for repair was refused, and why (不予信用修复决定书).</summary>
    RepairRefused,

    /// <summary>That a request for repair was not taken in, and why (不予受理决定书).</summary>
    RequestNotTaken,

    /// <summary>That the granting of a repair was taken back (撤销准予决定书).</summary>
    RepairTakenBack,
}

/// <summary>What the kinds of papers are called, in files and in questions.</summary>
public static class PaperKinds
{
    public static readonly IReadOnlyDictionary<string, PaperKind> All = new Dictionary<string, PaperKind>
    {
        ["standing"] = PaperKind.Standing,
        ["repair-terms"] = PaperKind.RepairTerms,
        ["repair-granted"] = PaperKind.RepairGranted,
        ["repair-refused"] = PaperKind.RepairRefused,
        ["request-not-taken"] = PaperKind.RequestNotTaken,
        ["repair-taken-back"] = PaperKind.RepairTakenBack,
    };

    public static string Name(PaperKind kind) => All.First(each => each.Value == kind).Key;
}

/// <summary>A paper (文书) with fields to be filled in, as the pack's folder <c>notice/</c> has it.</summary>
/// <param name="Title">Such as 质量失信记分告知书.</param>
public sealed record PaperTemplate(
    SourceText Source, PaperKind Kind, string Title, IReadOnlyList<TemplateParagraph> Paragraphs)
{
    /// <summary>
    /// The request from whose granting the earliest day is reckoned: that it says everything that speaks for
    /// it. Null: no earliest day is told.
    /// </summary>
    public RegulatoryEvent? Request { get; init; }

    /// <summary>The day that an event may still await when the paper goes out; null: none does.</summary>
    public AwaitedDay? Awaited { get; init; }

    /// <summary>
    /// Conditions of repair that are taken to be met when the earliest day is reckoned, since the party can
    /// still meet them (being on no list), by their names.
    /// </summary>
    public IReadOnlyList<NamedInPaper> Assumed { get; init; } = [];

    /// <summary>Rules whose entries leave open what only the authority can say, by their names.</summary>
    public IReadOnlyList<NamedInPaper> Undecided { get; init; } = [];

    /// <summary>Rules of whose entries the paper is not written, by their names.</summary>
    public IReadOnlyList<NamedInPaper> LeftOut { get; init; } = [];

    /// <summary>
    /// Kinds of events that may have taken away for a time what the paper tells of, such as a stop of the
    /// enforcement: an officer is told to look at each.
    /// </summary>
    public IReadOnlyList<NamedInPaper> Checked { get; init; } = [];
}

/// <summary>A rule, a condition or a kind of events that a remark of a template names.</summary>
public sealed record NamedInPaper(string Name, Place Place);

/// <summary>A day of events of a kind from which they count, such as the publication of a penalty.</summary>
/// <param name="Field">By its place among the fields of the kind.</param>
/// <param name="Duty">
/// The duty to bring the day about, while which is open it is awaited; null: it is awaited for ever.
/// </param>
public sealed record AwaitedDay(EventKind Kind, int Field, string? Duty)
{
    /// <summary>Of the remark that says so.</summary>
    public Place? Place { get; init; }

    public bool IsMissing(RegulatoryEvent each) => each.Kind == Kind && each.Values[Field] is null;

    /// <summary>The event as it would be if the day had come.</summary>
    public RegulatoryEvent Filled(RegulatoryEvent each, DateOnly day) =>
        each with { Values = [.. each.Values.Select((value, place) => place == Field ? day : value)] };
}

public enum ParagraphForm
{
    Text,

    /// <summary>Under which paragraphs follow, such as 一、事实.</summary>
    Heading,

    /// <summary>Written once for each of what its fields list.</summary>
    Repeated,
}

public sealed record TemplateParagraph(ParagraphForm Form, IReadOnlyList<TemplateSentence> Sentences)
{
    public IEnumerable<TemplateField> Fields => Sentences.SelectMany(each => each.Parts).Select(
        each => each.Field).OfType<TemplateField>();
}

/// <summary>Up to its full stop. It is left out as a whole where the record cannot back it.</summary>
public sealed record TemplateSentence(IReadOnlyList<TemplatePart> Parts);

/// <summary>Words as they stand, or a field.</summary>
public sealed record TemplatePart(string Words, TemplateField? Field);

/// <summary>A field such as <c>{记分}</c>.</summary>
/// <param name="Name">Such as 记分 or 事项.文书.</param>
/// <param name="Needed">
/// Written <c>{文号!}</c>: without it the paper is not valid, so that a blank is left and the officer is told.
/// </param>
public sealed record TemplateField(string Name, bool Needed, Place Place)
{
    /// <summary>
    /// Written <c>{撤销.不诚信?}</c>: it only says whether its sentence stands, and is not written itself.
    /// </summary>
    public bool AsksOnly { get; init; }

    /// <summary>What is before the point: of what list it is; empty: of none.</summary>
    public string List => Name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? Name[..at] : "";

    /// <summary>Whether there may be several of it in a paper of a kind, and a paragraph for each.</summary>
    public bool IsOfList(PaperKind kind) =>
        List is "经过" or "义务" or "措施" or "权利" or "理由"
            || (List is "事项" or "所据" && kind != PaperKind.RepairTerms);
}
