using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.SecondOpinion;
using CreditScoring.Law.Seconding;
using CreditScoring.Workbench.Editing;

namespace CreditScoring.Tests.Workbench.Editing;

/// <summary>The rules that ship, as somebody goes on writing them.</summary>
internal static class Written
{
    public const string Pack = "cn/product-quality-points/2024-01-01";
    public const string Points = Pack + "/points.workflow.json";
    public const string CaseFile = Pack + "/cases/sampling.cases.json";
    public const string Condition = "Rules[0].Expression";

    private static readonly IReadOnlyList<SourceText> Shipped = RuleFolder.Read(RepositoryFiles.Path("rules"));

    /// <summary>Shared, since what it finds out it finds out once, and nothing changes it.</summary>
    public static EditedRules Rules { get; } = EditedRules.Of(Shipped, new Seconding(new PackageEngine()));

    public static string Text(this EditedRules rules, string file) => rules.Documents[file].Text;

    /// <summary>The same with a text of a file, which must be there, replaced by another.</summary>
    public static EditedRules With(this EditedRules rules, string file, string was, string becomes)
    {
        var text = rules.Text(file);
        return text.Contains(was, StringComparison.Ordinal)
            ? rules.With(new SourceText(file, text.Replace(was, becomes, StringComparison.Ordinal)))
            : throw new ArgumentException($"{file} does not say {was}");
    }

    /// <summary>Help in a condition of the pack, with the caret where the bar stands.</summary>
    public static ExpressionHelp Help(string marked, string way = Condition, EditedRules? rules = null, string file = Points)
    {
        var caret = marked.IndexOf('|', StringComparison.Ordinal);
        return ExpressionHelp.At(rules ?? Rules, file, way, marked.Remove(caret, 1), caret);
    }

    /// <summary>Help in a file, with the caret where the bar stands in a text that the file says.</summary>
    public static DocumentHelp HelpIn(this EditedRules rules, string file, string marked)
    {
        var caret = marked.IndexOf('|', StringComparison.Ordinal);
        var at = rules.Text(file).IndexOf(marked.Remove(caret, 1), StringComparison.Ordinal);
        return at < 0 ? throw new ArgumentException($"{file} does not say {marked}")
            : DocumentHelp.At(rules, file, at + caret)!;
    }

    public static IEnumerable<string> Offered(this Completion completion) =>
        completion.Suggestions.Select(each => each.Text);
}
