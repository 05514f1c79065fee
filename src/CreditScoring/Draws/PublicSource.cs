using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Draws;

/// <summary>Where the public value (公开值) of a draw comes from.</summary>
public enum PublicKind
{
    /// <summary>None: who knows the secret knows the draw, and the proof says so.</summary>
    None,

    /// <summary>A round of drand.</summary>
    Drand,

    /// <summary>The numbers of a lottery that is drawn in public.</summary>
    Lottery,

    /// <summary>An index as it closes.</summary>
    Index,

    /// <summary>A text that witnesses settle in public, such as dice.</summary>
    Typed,
}

/// <summary>
/// What is named before the draw: which value, of what form, and when it will be there. The form leaves one
/// way of writing a value, so that nobody can choose among several.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">What it is, such as 双色球第 2026150 期; null for drand and none.</param>
/// <param name="Chain">Of drand.</param>
/// <param name="Round">Of drand, from 1.</param>
/// <param name="Numbers">Of a lottery, how many; of an index, its decimals.</param>
/// <param name="At">When it will be there; null where there is none.</param>
public sealed record PublicSource(
    PublicKind Kind, string? Name, DrandChain? Chain, long? Round, int? Numbers, DateTimeOffset? At)
{
    private const int Longest = 40;
    private const int MostNumbers = 20;
    private const int MostDecimals = 6;

    public static readonly PublicSource None = new(PublicKind.None, null, null, null, null, null);

    public static PublicSource Drand(DrandChain chain, long round) =>
        new(PublicKind.Drand, null, chain, round, null, chain.TimeOf(round));

    /// <summary>What the terms lack, so that no value could be told from another; null: nothing.</summary>
    public Wording? FlawOfTerms => Kind switch
    {
        PublicKind.None => (Name, Chain, Round, Numbers, At) == (null, null, null, null, null)
            ? null : Superfluous,
        PublicKind.Drand when Chain is null || Round is null or 0 =>
            new Wording("没有写明已知的链和轮次", "it names no chain that is known, or no round"),
        PublicKind.Drand => (Name, Numbers) == (null, null) && At == Chain!.TimeOf(Round!.Value) ? null
            : new Wording("时刻不是该轮的时刻", "its time is not the time of that round"),
        _ when Chain is not null || Round is not null || (Kind == PublicKind.Typed && Numbers is not null) =>
            Superfluous,
        _ when Name is null || DrawText.FlawOf(Name) is not null || At is null =>
            new Wording("没有写明名称和时刻", "it has no name or no time"),
        PublicKind.Lottery when Numbers is null or < 1 or > MostNumbers =>
            new Wording("没有写明号码个数（1 至 20）", "it does not say how many numbers, 1 to 20"),
        PublicKind.Index when Numbers is null or > MostDecimals =>
            new Wording("没有写明小数位数（0 至 6）", "it does not say how many decimals, 0 to 6"),
        _ => null,
    };

    private static Wording Superfluous => new("有不属于这一种类的内容", "it says what does not go with its kind");

    /// <summary>What keeps a text from being the value in the form that was named; null: it is.</summary>
    public Wording? FlawOf(string value) => Kind switch
    {
        PublicKind.None => value.Length == 0 ? null : new Wording("没有指明公开值", "no public value was named"),
        PublicKind.Drand => Digest.TryParse(value, out _) ? null
            : new Wording("应为 64 位十六进制数字", "64 hexadecimal digits are wanted"),
        PublicKind.Lottery => IsLottery(value) ? null : new Wording(
            $"应为 {Numbers} 个号码，从小到大，各隔一个空格，不补零",
            $"{Numbers} numbers are wanted, the smallest first, one blank between, without zeros in front"),
        PublicKind.Index => IsIndex(value) ? null : new Wording(
            $"应为有 {Numbers} 位小数的数", $"a number of {Numbers} decimals is wanted"),
        _ => DrawText.FlawOf(value),
    };

    private bool IsLottery(string value)
    {
        var numbers = value.Split(' ').Select(Whole).ToArray();
        return numbers.Length == Numbers && numbers.All(number => number is not null)
            && numbers.Zip(numbers.Skip(1)).All(pair => pair.First <= pair.Second);
    }

    private bool IsIndex(string value)
    {
        var parts = value.Split('.');
        return value.Length <= Longest && parts.Length == (Numbers == 0 ? 1 : 2)
            && Whole(parts[0]) is not null
            && (Numbers == 0 || (parts[1].Length == Numbers && parts[1].All(char.IsAsciiDigit)));
    }

    private static int? Whole(string digits) => digits.Length is > 0 and < 10 && digits.All(char.IsAsciiDigit)
        && (digits.Length == 1 || digits[0] != '0') ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
}

/// <summary>The public value as it came, and what shows that it is that.</summary>
/// <param name="Value">In the form that was named.</param>
/// <param name="Signature">Of a round of drand, in hexadecimal digits.</param>
/// <param name="Previous">Of the round before, where rounds are chained.</param>
public sealed record PublicValue(string Value, string? Signature, string? Previous);
