using CreditScoring.Documents;

namespace CreditScoring.Enterprises;

/// <summary>
/// The code of 18 characters that every business entity in China carries (统一社会信用代码,
/// GB 32100-2015); its last character checks the others.
/// </summary>
public sealed record UnifiedSocialCreditCode
{
    /// <summary>
    /// Digits and capitals without I, O, S, V and Z; a character's rank is its value.
    /// </summary>
    public const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public const int Length = 18;

    /// <summary>GB 32100-2015, table 1, and the departments that have been given a code since.</summary>
    private const string Departments = "123456789ANY";

    /// <summary>The division of what the State registers itself.</summary>
    private const string NationWide = "100000";

    private UnifiedSocialCreditCode(string text) => Text = text;

    public string Text { get; }

    /// <summary>Six digits: where the code was registered (GB/T 2260).</summary>
    public string RegionDigits => Text.Substring(2, 6);

    public static bool TryParse(
        string text, out UnifiedSocialCreditCode? code, out Wording? flaw)
    {
        flaw = FlawOf(text);
        code = flaw is null ? new UnifiedSocialCreditCode(text) : null;
        return code is not null;
    }

    /// <summary>What keeps a text from being a code; null: it is one.</summary>
    public static Wording? FlawOf(ReadOnlySpan<char> text) =>
        ResidentNumber.Is(text) ? Resident : FlawOfForm(text) ?? FlawOfParts(text);

    /// <summary>
    /// What keeps a text from having the characters and the check character of a code, whatever its
    /// parts mean: as records of earlier years may hold it. Null: nothing.
    /// </summary>
    public static Wording? FlawOfForm(ReadOnlySpan<char> text)
    {
        if (text.Length != Length)
        {
            return new Wording(
                $"统一社会信用代码应为 18 位，此处为 {text.Length} 位",
                $"has {text.Length} characters; a unified social credit code has 18");
        }

        var sum = WeightedSum(text[..^1], out var at);
        if (at >= 0)
        {
            return Misfit(text, at);
        }

        var check = CheckCharacter(sum);
        return text[^1] == check ? null : new Wording(
            $"以“{Shown(text[^1])}”结尾；校验码应为“{check}”，请核对原件",
            $"ends in '{Shown(text[^1])}'; its check character should be '{check}'");
    }

    private static Wording Resident => new(
        "读起来是一个公民身份号码，不是统一社会信用代码；个人的证件号码不得报送",
        "reads as the number of a resident, not as a code; the numbers of persons are never sent");

    /// <summary>
    /// GB 32100-2015, 4.1: the department that registered the body, its kind of body, and the region.
    /// The departments settle their kinds, and go on doing so, as with village committees: any digit
    /// but 0 is one.
    /// </summary>
    private static Wording? FlawOfParts(ReadOnlySpan<char> text) =>
        !Departments.Contains(text[0])
            ? new Wording(
                $"第 1 位是“{text[0]}”；登记管理部门代码是 1 至 9、A、N 或 Y",
                $"has '{text[0]}' at character 1; a registering department is 1 to 9, A, N or Y")
        : text[1] is < '1' or > '9'
            ? new Wording(
                $"第 2 位是“{text[1]}”；机构类别代码是 1 至 9",
                $"has '{text[1]}' at character 2; a kind of body is 1 to 9")
        : !text[2..8].SequenceEqual(NationWide) && !Region.IsProvince(text[2..4])
            ? new Wording(
                $"第 3、4 位是“{text[2..4]}”；没有这样的省级行政区（GB/T 2260）",
                $"has '{text[2..4]}' at characters 3 and 4; no province has that code (GB/T 2260)")
        : null;

    /// <summary>The 18th character for the first 17.</summary>
    /// <exception cref="ArgumentException">They are not the beginning of a code.</exception>
    public static char CheckCharacterOf(ReadOnlySpan<char> first17) =>
        first17.Length == Length - 1 && WeightedSum(first17, out var at) is var sum && at < 0
            ? CheckCharacter(sum)
            : throw new ArgumentException("not the first 17 characters of a code");

    public override string ToString() => Text;

    /// <summary>GB 32100-2015, 4.2: weights are the powers of 3 modulo 31.</summary>
    /// <param name="at">The first character that cannot stand where it stands; -1: none.</param>
    private static int WeightedSum(ReadOnlySpan<char> first17, out int at)
    {
        var sum = 0;
        var weight = 1;
        for (at = 0; at < first17.Length; at++)
        {
            var rank = RankOf(first17[at]);
            if (rank < 0 || (rank > 9 && at is >= 2 and < 8))
            {
                return 0;
            }

            sum += rank * weight;
            weight = weight * 3 % 31;
        }

        at = -1;
        return sum;
    }

    // The alphabet is in character order, so a rank is the distance from '0' or 'A' less the gaps.
    private static int RankOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'H' => character - 'A' + 10,
        >= 'J' and <= 'N' => character - 'J' + 18,
        >= 'P' and <= 'R' => character - 'P' + 23,
        'T' or 'U' => character - 'T' + 26,
        >= 'W' and <= 'Y' => character - 'W' + 28,
        _ => -1,
    };

    private static char CheckCharacter(int sum) => Alphabet[(31 - sum % 31) % 31];

    private static Wording Misfit(ReadOnlySpan<char> text, int at)
    {
        if (char.IsAsciiLetterLower(text[at]))
        {
            var raised = text.ToString().ToUpperInvariant();
            return new Wording(
                $"第 {at + 1} 位是小写字母“{text[at]}”；请写成 {raised}",
                $"has a small letter '{text[at]}' at character {at + 1}; write {raised}");
        }

        return at is >= 2 and < 8 && RankOf(text[at]) >= 0
            ? new Wording(
                $"第 {at + 1} 位是“{text[at]}”；第 3 至 8 位是行政区划代码，只能是数字",
                $"has '{text[at]}' at character {at + 1}; "
                + "characters 3 to 8 are the region's digits")
            : new Wording(
                $"第 {at + 1} 位是“{Shown(text[at])}”；只用半角数字和大写字母，不用 I、O、S、V、Z",
                $"has '{Shown(text[at])}' at character {at + 1}; only digits and capital letters "
                + "other than I, O, S, V and Z are used");
    }

    private static char Shown(char character) =>
        char.IsControl(character) || char.IsSurrogate(character) ? '\uFFFD' : character;
}
