using CreditScoring.Documents;

namespace CreditScoring.Law.Language.Running;

/// <summary>Why an evaluation has no answer, in words.</summary>
internal static class Failure
{
    /// <summary>Whether it comes from the facts, and not from a fault in this program.</summary>
    public static bool HasNoAnswer(Exception failure) => failure
        is CannotBeJudged or BeyondTheCalendar or ArithmeticException or InvalidOperationException
        or NullReferenceException or ArgumentException or FormatException
        or IndexOutOfRangeException;

    /// <param name="failure">What came of it.</param>
    /// <param name="asked">The part of the text whose value was needed.</param>
    public static Wording Reason(Exception failure, string asked) => failure switch
    {
        CannotBeJudged known => known.Reason,
        DivideByZeroException => new("除数为零", "division by zero"),
        ArithmeticException => new("计算结果超出范围", "the result is out of range"),
        NullReferenceException or ArgumentNullException or InvalidOperationException =>
            new($"此处需要的值缺失：{asked}", $"a value that is needed here is missing: {asked}"),
        FormatException => new("文本不是所需的写法", "the text is not written as needed"),
        _ => new("超出范围", "out of range"),
    };
}
