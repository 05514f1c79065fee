using CreditScoring.Documents;

namespace CreditScoring.Enterprises;

/// <summary>
/// A kind of subject (主体类型) and the form of its ids, from rules/events/subjects.json.
/// </summary>
public sealed class SubjectKind
{
    /// <summary>The check that ids are, or begin with, a unified social credit code.</summary>
    public const string CodeCheck = "unified-social-credit-code";

    public const int LongestId = 200;

    private readonly SubjectPattern pattern;
    private readonly bool compound;

    /// <param name="name">What events call it, such as <c>operator</c>.</param>
    /// <param name="label">What people call it.</param>
    /// <param name="pattern">The form of its ids.</param>
    /// <param name="checksCode">
    /// Whether the id, or the part before the first '/' where the pattern has one (a product is
    /// <c>code/category</c>), must be a unified social credit code.
    /// </param>
    public SubjectKind(string name, Wording label, SubjectPattern pattern, bool checksCode = false)
    {
        Name = name;
        Label = label;
        ChecksCode = checksCode;
        this.pattern = pattern;
        compound = pattern.Text.Contains('/', StringComparison.Ordinal);
    }

    public string Name { get; }

    public Wording Label { get; }

    public bool ChecksCode { get; }

    public string Pattern => pattern.Text;

    public bool TryParse(string id, out Subject subject, out Wording? flaw)
    {
        flaw = FlawOf(id);
        subject = flaw is null ? new Subject(Name, id) : default;
        return flaw is null;
    }

    private Wording? FlawOf(string id)
    {
        if (id.Length is 0 or > LongestId)
        {
            return new Wording(
                $"主体标识应为 1 至 {LongestId} 个字符，此处为 {id.Length} 个",
                $"has {id.Length} characters; an id has 1 to {LongestId}");
        }

        if (!ChecksCode)
        {
            return FlawOfForm(id);
        }

        if (!compound)
        {
            return UnifiedSocialCreditCode.FlawOf(id);
        }

        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? FlawOfForm(id)
            : UnifiedSocialCreditCode.FlawOf(id.AsSpan(0, slash)) ?? FlawOfForm(id);
    }

    private Wording? FlawOfForm(string id) => pattern.Matches(id) ? null : new Wording(
        $"“{Spelling.Shown(id)}”不符合{Label.Zh}标识的格式 {pattern.Text}",
        $"'{Spelling.Shown(id)}' has not the form of a {Name} id: {pattern.Text}");
}
