using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>The type of a field, and the CLR shape of its values.</summary>
public enum FieldType
{
    /// <summary><c>string</c></summary>
    Text,

    /// <summary><c>decimal</c></summary>
    Number,

    /// <summary><c>bool</c></summary>
    Boolean,

    /// <summary><c>DateOnly</c>, a legal day in Asia/Shanghai</summary>
    Date,

    /// <summary><see cref="EventId"/> of another event</summary>
    Event,

    /// <summary><c>string[]</c></summary>
    Texts,

    /// <summary><c>object?[][]</c>: one row an item, in the order of the declared fields</summary>
    Records,
}

/// <summary>One typed field of an event kind, as the catalogue declares it.</summary>
public sealed record EventField(string Name, FieldType Type, Wording Label)
{
    public bool Required { get; init; }

    /// <summary>The value of a field that is left out; null: then it is missing.</summary>
    public object? Default { get; init; }

    /// <summary>
    /// Whether its texts tell of natural persons (个人信息): only who needs that sees them, and no rule reads
    /// them.
    /// </summary>
    public bool IsPersonal { get; init; }

    /// <summary>The unit of a number, such as <c>yuan</c>; null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>
    /// Whether rules tell matters apart by this text, so that what a person sees of it is all there is of it;
    /// asked at the door only.
    /// </summary>
    public bool Identifies { get; init; }

    /// <summary>What a number or a day can legitimately be; asked at the door only.</summary>
    public FieldBounds Bounds { get; init; } = FieldBounds.None;

    /// <summary>The only texts allowed; null: any.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>
    /// What people call a text that is allowed; a text that is not in it, they call by itself.
    /// </summary>
    public IReadOnlyDictionary<string, Wording> Titles { get; init; } = NoTitles;

    private static readonly IReadOnlyDictionary<string, Wording> NoTitles = new Dictionary<string, Wording>();

    /// <summary>The fields of a record of a <see cref="FieldType.Records"/> list.</summary>
    public IReadOnlyList<EventField> Fields { get; init; } = [];

    /// <summary>Whether every event of the kind has a value here.</summary>
    public bool AlwaysPresent => Required || Default is not null;
}
