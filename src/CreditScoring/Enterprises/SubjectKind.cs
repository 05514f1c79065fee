using CreditScoring.Documents;

namespace CreditScoring.Enterprises;

/// <summary>
/// A kind of subject (主体类型) and the form of its ids, from rules/events/subjects.json.
/// </summary>
public sealed class SubjectKind
{
    /// <summary>The check that ids are, or begin with, a unified social credit code.</summary>
    public const string CodeCheck = "unified-social-credit-code";

    /// <summary>The only form of ids of natural persons: a keyed hash in hexadecimal digits.</summary>
    public const string HashPattern = "[0-9a-f]{64}";

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

    /// <summary>
    /// Whether those of the kind are natural persons (自然人): their ids are keyed hashes, and only who needs
    /// them sees their names.
    /// </summary>
    public bool IsPersonal { get; init; }

    /// <summary>
    /// Codes that a registry gives out as they are although their check character is another: each was
    /// confirmed
    /// there, and the catalogue says where.
    /// </summary>
    public IReadOnlySet<string> Confirmed { get; init; } = new HashSet<string>();

    public string Pattern => pattern.Text;

    /// <param name="kept">
    /// Whether it is looked for in a record, which may hold what is no longer let in: then its form and
    /// its check character are asked for, and not what the parts of a code mean.
    /// </param>
    public bool TryParse(string id, out Subject subject, out Wording? flaw, bool kept = false)
    {
        flaw = FlawOf(id, kept) ?? (kept || !ResidentNumber.IsIn(id) ? null : Resident);
        subject = flaw is null ? new Subject(Name, id) : default;
        return flaw is null;
    }

    private static Wording Resident => new(
        "含有一个公民身份号码；个人以密钥散列表示，不得报送证件号码",
        "holds the number of a resident; a person stands as a keyed hash, never as a number");

    private Wording? FlawOf(string id, bool kept)
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
            return CodeFlaw(id, kept);
        }

        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? FlawOfForm(id)
            : CodeFlaw(id.AsSpan(0, slash), kept) ?? FlawOfForm(id);
    }

    private Wording? CodeFlaw(ReadOnlySpan<char> code, bool kept) =>
        (kept ? UnifiedSocialCreditCode.FlawOfForm(code) : UnifiedSocialCreditCode.FlawOf(code)) is { } flaw
            && (Confirmed.Count == 0 || !Confirmed.Contains(code.ToString())) ? flaw : null;

    private Wording? FlawOfForm(string id) => pattern.Matches(id) ? null : new Wording(
        $"“{Spelling.Shown(id)}”不符合{Label.Zh}标识的格式 {pattern.Text}",
        $"'{Spelling.Shown(id)}' has not the form of a {Name} id: {pattern.Text}");
}
