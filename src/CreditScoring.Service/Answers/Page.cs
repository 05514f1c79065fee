using CreditScoring.Documents;

namespace CreditScoring.Service.Answers;

/// <summary>Some items of a list, and how to have those that follow.</summary>
/// <param name="Next">What to ask with (?after=) for what follows; null: there is no more.</param>
/// <param name="More">
/// Whether something follows already. Of a feed, which has no end, Next is always given.
/// </param>
public record Page<T>(IReadOnlyList<T> Items, string? Next, bool More) : IPage
{
    /// <summary>Whose list it is, the subject's id.</summary>
    public string? Subject { get; init; }

    /// <summary>The identity of the record to which the positions belong.</summary>
    public string? Record { get; init; }

    /// <summary>How many there are in all.</summary>
    public long? Total { get; init; }

    /// <summary>How many are kept at most.</summary>
    public long? Most { get; init; }
}

/// <summary>A page, whatever its items are.</summary>
public interface IPage
{
    /// <summary>What to ask with for what follows; null: there is no more.</summary>
    string? Next { get; }
}

/// <summary>The one form in which lists are answered.</summary>
public static class Pages
{
    /// <param name="name">As the contract names it.</param>
    /// <param name="more">What it says beside.</param>
    public static JsonShape<Page<T>> Of<T>(
        string name, JsonShape<T> item, params IReadOnlyList<JsonMember<Page<T>>> more) => new(
        name,
        [
            JsonMember.List("items", "各项，依次", "the items, in order", (Page<T> each) => each.Items, item),
            new("next", "下一页的 after 参数；null 表示已尽", "the parameter 'after' of the next page; null: no more",
                each => each.Next)
            {
                MayBeNull = true,
            },
            new("more", "是否已有后续各项", "whether something follows already", each => each.More),
            .. more,
        ]);

    /// <summary>Whose list it is.</summary>
    public static JsonMember<Page<T>> Subject<T>() =>
        new("subject", "主体代码", "the subject's id", each => each.Subject);

    /// <summary>To which record positions belong.</summary>
    public static JsonMember<Page<T>> Record<T>() =>
        new("record", "档案库标识", "the identity of the record", each => each.Record);

    public static JsonMember<Page<T>> Total<T>() =>
        new("total", "总数", "how many there are in all", each => each.Total ?? 0L);

    public static JsonMember<Page<T>> Most<T>() =>
        new("most", "至多保留几条", "how many are kept at most", each => each.Most ?? 0L);
}
